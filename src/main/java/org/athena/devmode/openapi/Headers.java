package org.athena.devmode.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The headers that every route with a caller understands, and those of a kind of route. */
class Headers {

    private Headers() {}

    /** @param conditional whether the route changes a row that has a version */
    static void describe(RouteFacts facts, boolean conditional, HttpMethod verb, Operation operation) {
        if (!facts.open()) {
            operation.addParameter(header(
                    "X-School-Id",
                    "The school that the request is for; required when the caller has several schools",
                    OASFactory.createSchema().addType(SchemaType.STRING).format("uuid"),
                    "018f3c1e-7b7a-7c3e-9a51-2f6d0c9b4e10"));
        }
        if (facts.creates()) {
            operation.addParameter(header(
                    "Idempotency-Key",
                    "A repetition with the same key and body within 24 hours gets the first answer; 409 while the first"
                            + " request is still being carried out",
                    OASFactory.createSchema().addType(SchemaType.STRING).maxLength(255),
                    "9d6c2f0a-enrol-ana"));
        }
        if (conditional) {
            operation.addParameter(
                    header("If-Match", "The ETag that was read; 412 when the row has changed since", text(), "\"3\""));
        }
        if (facts.versioned() && verb == HttpMethod.GET) {
            operation.addParameter(header("If-None-Match", "304 when the row is still the same", text(), "\"3\""));
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (facts.versioned() && status.startsWith("20")) {
                answer(response, "ETag", "The row's version");
            }
            if (facts.named() && status.equals("201")) {
                answer(response, "Location", "The address of the new row");
            }
        });
    }

    private static Parameter header(String name, String description, Schema schema, String example) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .schema(schema)
                .example(example);
    }

    private static void answer(APIResponse response, String name, String description) {
        response.addHeader(
                name, OASFactory.createHeader().description(description).schema(text()));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
