package org.athena.platform.openapi;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.athena.platform.json.PatchOf;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/**
 * Completes the API's description while the service is built, from what the routes declare: who may call them, how a school
 * is named, which problems they answer, what a {@code PATCH} may change, what it all looks like.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

    private static final String BEARER = "supabase";

    private final Map<String, MethodInfo> routes;
    private final Examples examples = new Examples();

    /**
     * @param index the classes of the service
     */
    public ApiDescription(IndexView index) {
        routes = index.getAnnotations(org.eclipse.microprofile.openapi.annotations.Operation.class).stream()
                .filter(annotation -> annotation.value("operationId") != null)
                .collect(Collectors.toMap(
                        annotation -> annotation.value("operationId").asString(),
                        annotation -> annotation.target().asMethod(),
                        ApiDescription::unique));
    }

    /** The index may hold a class twice; two methods of one name would leave one of them undescribed. */
    private static MethodInfo unique(MethodInfo one, MethodInfo other) {
        if (!one.declaringClass().name().equals(other.declaringClass().name())
                || !one.toString().equals(other.toString())) {
            throw new IllegalStateException("one operation id for " + one + " and " + other);
        }
        return one;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getComponents()
                .setSecuritySchemes(Map.of(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("The access token of a Supabase session")));
        ProblemResponses.describe(api.getComponents());
        api.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((verb, operation) -> complete(api, path, verb, operation)));
        // Jackson's own types, named by the bodies of PATCH until those were described.
        List.of("ObjectNode", "JsonNode", "JsonNodeType").forEach(api.getComponents()::removeSchema);
    }

    private void complete(OpenAPI api, String path, HttpMethod verb, Operation operation) {
        MethodInfo route = routes.get(operation.getOperationId());
        if (route == null) {
            return;
        }
        declareAccess(route, operation);
        if (verb == HttpMethod.POST) {
            answerCreated(operation);
        }
        patchBody(api, route, operation);
        examples.add(api, operation);
        Headers.describe(path, verb, operation);
        ProblemResponses.add(path, verb, operation);
    }

    /** The permissions stand in {@code x-permissions}, of which any one will do; without it, signing in is enough. */
    private static void declareAccess(MethodInfo route, Operation operation) {
        if (route.hasAnnotation("org.athena.platform.tenancy.Public")) {
            operation.addExtension("x-public", true);
            return;
        }
        operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(BEARER)));
        AnnotationInstance requires = route.annotation("org.athena.platform.tenancy.Requires");
        List<String> permissions = requires == null
                ? List.of()
                : Stream.of(requires.value().asEnumArray())
                        .map(name -> org.athena.platform.tenancy.Permission.valueOf(name)
                                .code())
                        .toList();
        AnnotationInstance access =
                requires == null ? route.annotation("org.athena.platform.tenancy.SignedIn") : requires;
        String school = access.value("school") == null
                ? (requires == null ? "unused" : "required")
                : access.value("school").asEnum().toLowerCase(java.util.Locale.ROOT);
        operation.addExtension("x-permissions", permissions);
        operation.addExtension("x-school", school);
    }

    private static void answerCreated(Operation operation) {
        var responses = operation.getResponses();
        var ok = responses.getAPIResponse("200");
        if (ok != null && !operation.getOperationId().startsWith("accept")) {
            responses.removeAPIResponse("200");
            responses.addAPIResponse("201", ok.description("Created"));
        }
    }

    /** The same fields as the whole, none of them required. */
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
                                    .properties(whole.getProperties()));
        }
        operation
                .getRequestBody()
                .getContent()
                .getMediaTypes()
                .values()
                .forEach(media -> media.setSchema(OASFactory.createSchema().ref(patchName)));
    }
}
