package org.athena.devmode.openapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.athena.platform.json.PatchOf;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.resteasy.reactive.ResponseStatus;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/**
 * Completes the API's description from what the routes declare: who may call them, how a school is named, which problems they
 * answer, what a {@code PATCH} may change, and examples. Dev mode shows the result. The service answers with the file {@code
 * openapi.json}, and a test checks that the file is the same as the result.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DescriptionFromCode implements OASFilter {

    private static final Set<HttpMethod> CHANGES = Set.of(HttpMethod.PATCH, HttpMethod.PUT, HttpMethod.DELETE);

    private final IndexView index;
    private final Map<String, MethodInfo> routes;
    private final Examples examples = new Examples();

    /**
     * @param index the classes of the service
     */
    public DescriptionFromCode(IndexView index) {
        this.index = index;
        routes = index.getAnnotations(org.eclipse.microprofile.openapi.annotations.Operation.class).stream()
                .filter(annotation -> annotation.value("operationId") != null)
                .collect(Collectors.toMap(
                        annotation -> annotation.value("operationId").asString(),
                        annotation -> annotation.target().asMethod(),
                        DescriptionFromCode::unique));
    }

    /** The index may hold a class twice. Two methods with one operation id would leave one of them undescribed. */
    private static MethodInfo unique(MethodInfo one, MethodInfo other) {
        if (!one.declaringClass().name().equals(other.declaringClass().name())
                || !one.toString().equals(other.toString())) {
            throw new IllegalStateException("one operation id for " + one + " and " + other);
        }
        return one;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.setInfo(OASFactory.createInfo()
                .title("Athena")
                .version("1")
                .description("A school ERP: many schools in one installation, each sealed off from the others."));
        api.getComponents().setSecuritySchemes(Access.schemes());
        ProblemResponses.describe(api.getComponents());
        RecordsOfRoutes records = new RecordsOfRoutes(index);
        new RecordSchemas(api.getComponents().getSchemas())
                .complete(records.answers(routes.values()), records.requests(routes.values()));
        // After the records, of which Violation is one.
        Words.describe(api.getComponents(), index);
        Patterns.translate(api.getComponents().getSchemas().values());
        Set<String> versioned = versioned(api);
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations()
                        .forEach((verb, operation) -> complete(api, versioned.contains(path), verb, operation)));
        // Bodies of PATCH named these types of Jackson before they were described.
        List.of("ObjectNode", "JsonNode", "JsonNodeType").forEach(api.getComponents()::removeSchema);
    }

    /** The addresses whose GET answers a row with a version. Requests that change a row there take conditions. */
    private Set<String> versioned(OpenAPI api) {
        return api.getPaths().getPathItems().entrySet().stream()
                .filter(item -> item.getValue().getGET() != null
                        && facts(item.getValue().getGET())
                                .filter(RouteFacts::versioned)
                                .isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Optional<RouteFacts> facts(Operation operation) {
        return Optional.ofNullable(routes.get(operation.getOperationId())).map(route -> RouteFacts.of(route, index));
    }

    private void complete(OpenAPI api, boolean versionedAddress, HttpMethod verb, Operation operation) {
        MethodInfo route = routes.get(operation.getOperationId());
        if (route == null) {
            return;
        }
        RouteFacts facts = RouteFacts.of(route, index);
        boolean conditional = CHANGES.contains(verb) && (versionedAddress || facts.versioned());
        Access.declare(route, operation);
        if (facts.creates()) {
            answerWith("201", "Created", operation);
        }
        AnnotationInstance status = route.annotation(ResponseStatus.class.getName());
        if (status != null) {
            answerWith(String.valueOf(status.value().asInt()), "Accepted", operation);
        }
        describeFiles(operation);
        patchBody(api, route, operation);
        Sorts.describe(route, operation);
        typeTexts(operation);
        examples.add(api, operation);
        Headers.describe(facts, conditional, verb, operation);
        ProblemResponses.add(facts, conditional, verb, operation);
    }

    /** A parameter whose annotation names a length alone has lost its type. */
    private static void typeTexts(Operation operation) {
        if (operation.getParameters() == null) {
            return;
        }
        for (Parameter parameter : operation.getParameters()) {
            Schema schema = parameter.getSchema();
            if (schema != null && schema.getMaxLength() != null && schema.getType() == null) {
                schema.addType(Schema.SchemaType.STRING);
            }
        }
    }

    private static void answerWith(String status, String description, Operation operation) {
        var responses = operation.getResponses();
        var ok = responses.getAPIResponse("200");
        // A route that answers both describes both.
        if (ok != null && responses.getAPIResponse("201") == null) {
            responses.removeAPIResponse("200");
            responses.addAPIResponse(status, ok.description(description));
        }
    }

    /** An answer without a schema is a file. */
    private static void describeFiles(Operation operation) {
        operation.getResponses().getAPIResponses().values().stream()
                .filter(response -> response.getContent() != null)
                .flatMap(response -> response.getContent().getMediaTypes().values().stream())
                .filter(media -> media.getSchema() == null)
                .forEach(media -> media.setSchema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .format("binary")));
    }

    /** The body of a PATCH has the same fields as that of the POST, none of them required. */
    private static void patchBody(OpenAPI api, MethodInfo route, Operation operation) {
        AnnotationInstance patch = route.annotation(PatchOf.class.getName());
        if (patch == null) {
            return;
        }
        String name = patch.value().asClass().name().withoutPackagePrefix();
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        Schema whole = schemas.get(name);
        String patchName = name.replace("Data", "") + "Patch";
        if (!schemas.containsKey(patchName)) {
            api.getComponents()
                    .addSchema(
                            patchName,
                            OASFactory.createSchema()
                                    .addType(Schema.SchemaType.OBJECT)
                                    .description("A JSON merge patch (RFC 7396) at the top level")
                                    .properties(whole.getProperties())
                                    .addProperty(
                                            "version",
                                            OASFactory.createSchema()
                                                    .addType(Schema.SchemaType.INTEGER)
                                                    .description(
                                                            "Counts as If-Match: 412 when the row has changed since")));
        }
        operation
                .getRequestBody()
                .getContent()
                .getMediaTypes()
                .values()
                .forEach(media -> media.setSchema(OASFactory.createSchema().ref(patchName)));
    }
}
