package org.athena.devmode.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.athena.platform.problem.Problem;
import org.athena.platform.problem.ProblemCode;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The problems (RFC 9457) that routes answer, each described once with an example. */
class ProblemResponses {

    private static final String SCHEMA = "Problem";

    private static final Map<String, ProblemCode> EXAMPLES = new LinkedHashMap<>();

    static {
        EXAMPLES.put("400", ProblemCode.REQUEST_INVALID);
        EXAMPLES.put("401", ProblemCode.AUTH_INVALID_TOKEN);
        EXAMPLES.put("403", ProblemCode.AUTH_FORBIDDEN);
        EXAMPLES.put("404", ProblemCode.NOT_FOUND);
        EXAMPLES.put("408", ProblemCode.REQUEST_TIMEOUT);
        EXAMPLES.put("409", ProblemCode.CONFLICT);
        EXAMPLES.put("412", ProblemCode.STALE);
        EXAMPLES.put("413", ProblemCode.REQUEST_TOO_LARGE);
        EXAMPLES.put("415", ProblemCode.REQUEST_MEDIA_TYPE);
        EXAMPLES.put("422", ProblemCode.IDEMPOTENCY_KEY_REUSED);
        EXAMPLES.put("429", ProblemCode.RATE_LIMITED);
        EXAMPLES.put("500", ProblemCode.INTERNAL);
        EXAMPLES.put("503", ProblemCode.UNAVAILABLE);
    }

    private ProblemResponses() {}

    static void describe(Components components) {
        components.addSchema(SCHEMA, schema());
        EXAMPLES.forEach((status, code) -> components.addResponse(status, response(code)));
    }

    /** @param conditional whether the route changes a row that has a version */
    static void add(RouteFacts facts, boolean conditional, HttpMethod verb, Operation operation) {
        boolean body = operation.getRequestBody() != null;
        boolean writes = verb != HttpMethod.GET;
        refer(operation, "400");
        if (!facts.open()) {
            refer(operation, "401", "403");
        }
        refer(operation, "429", "500", "503");
        if (facts.namesRows()) {
            refer(operation, "404");
        }
        // Nobody is known on an open route, so it changes no row.
        if (writes && !facts.open()) {
            refer(operation, "409");
        }
        if (conditional) {
            refer(operation, "412");
        }
        if (body) {
            refer(operation, "408", "413", "415");
        }
        if (facts.creates()) {
            refer(operation, "422");
        }
    }

    private static void refer(Operation operation, String... statuses) {
        for (String status : statuses) {
            operation
                    .getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().ref(status));
        }
    }

    private static APIResponse response(ProblemCode code) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", code.type().toString());
        example.put("title", code.title());
        example.put("status", code.status());
        example.put("detail", "What went wrong, written for a person.");
        example.put("instance", "/api/v1/students");
        example.put("code", code.code());
        example.put("request_id", "018f3c1e-7b7a-7c3e-9a51-2f6d0c9b4e10");
        example.put("violations", code.status() == 400 ? List.of(violation()) : List.of());
        return OASFactory.createAPIResponse()
                .description(code.title())
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(SCHEMA))
                                        .example(example)));
    }

    private static Map<String, Object> violation() {
        Map<String, Object> violation = new LinkedHashMap<>();
        violation.put("field", "document_number");
        violation.put("in", "body");
        violation.put("message", "must have at most 60 characters");
        violation.put("code", "too_long");
        violation.put("params", Map.of("max", 60));
        return violation;
    }

    private static Schema schema() {
        List<Object> codes = Stream.of(ProblemCode.values())
                .map(code -> (Object) code.code())
                .toList();
        return object("type", "title", "detail", "instance", "request_id")
                .required(List.of("type", "title", "status", "detail", "instance", "code", "request_id", "violations"))
                .addProperty("code", text().enumeration(codes))
                .description("What went wrong (RFC 9457); clients branch on the code")
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("violations", list(OASFactory.createSchema().ref(Words.VIOLATION)))
                .addProperty(
                        "reason",
                        OASFactory.createSchema()
                                .ref(Words.REASON)
                                .description("With 409: the rule that the request breaks"))
                .addProperty(
                        "student_is_active",
                        OASFactory.createSchema()
                                .addType(SchemaType.BOOLEAN)
                                .description(
                                        "With student.document_taken and student.document_former: whether the other student is active"))
                .addProperty(
                        "student_id",
                        text().description(
                                        "With student.document_taken and student.document_former: the other student, for those who may read all"))
                .addProperty("link_id", text().description("With guardian.already_linked: the link that there is"))
                .addProperty(
                        "guardian_ids",
                        list(text())
                                .description(
                                        "With guardian.resembles_restricted: the guardians whom the person looks like, for those who may read students"))
                .addProperty(
                        "touched",
                        number().description("With import.touched: how many rows were changed or used since"))
                .addProperty(
                        "touched_rows",
                        list(object("student_id", "guardian_id", "name")
                                        .required(List.of("name", "why"))
                                        .addProperty("why", text().enumeration(List.of("changed", "linked", "used"))))
                                .description("With import.touched: up to 20 of them, and why: changed, linked or used"))
                .addProperty(
                        "more_violations",
                        number().description("With the faults of a file: how many are not among the violations"))
                .addProperty(
                        "understood",
                        OASFactory.createSchema()
                                .ref("UnderstoodFile")
                                .description("With the faults of a file: what was understood of it"))
                .addProperty(
                        "required_permissions",
                        list(text()).description("With 403: one of these permissions is needed"))
                .addProperty(
                        "schools",
                        list(object("id", "name").required(List.of("id", "name")))
                                .description("With tenant.school_required: the schools that the caller may name"));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    private static Schema number() {
        return OASFactory.createSchema().addType(SchemaType.INTEGER);
    }

    private static Schema list(Schema items) {
        return OASFactory.createSchema().addType(SchemaType.ARRAY).items(items);
    }

    private static Schema object(String... texts) {
        Schema schema = OASFactory.createSchema().addType(SchemaType.OBJECT);
        for (String text : texts) {
            schema.addProperty(text, text());
        }
        return schema;
    }
}
