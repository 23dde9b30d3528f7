package org.athena.devmode.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Examples of requests and answers. Each tag has a file of its own, {@code examples/<tag>.json}, with requests by operation and
 * answers by the schema of a row, so that this package does not depend on any feature. The tests send every request.
 */
class Examples {

    private record OfTag(Map<String, Object> requests, Map<String, Object> answers) {}

    private final Map<String, OfTag> files = new HashMap<>();

    void add(OpenAPI api, Operation operation) {
        OfTag examples = files.computeIfAbsent(operation.getTags().get(0), Examples::read);
        Object request = examples.requests().get(operation.getOperationId());
        if (request != null && operation.getRequestBody() != null) {
            operation
                    .getRequestBody()
                    .getContent()
                    .getMediaTypes()
                    .forEach((type, media) -> addRequest(type, media, request));
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2") && response.getContent() != null) {
                response.getContent().getMediaTypes().values().forEach(media -> answer(api, media, examples.answers()));
            }
        });
    }

    /** A workbook is not a text, so it has no example. */
    private static void addRequest(String type, MediaType media, Object request) {
        if (type.startsWith("text/") || type.endsWith("json")) {
            media.setExample(request);
        }
    }

    private static void answer(OpenAPI api, MediaType media, Map<String, Object> answers) {
        Object example = media.getSchema() == null ? null : of(api, media.getSchema(), answers);
        if (example != null) {
            media.setExample(example);
        }
    }

    /** The example of a row, a plain list or a page. */
    private static Object of(OpenAPI api, Schema schema, Map<String, Object> answers) {
        if (schema.getItems() != null) {
            Object item = answers.get(name(schema.getItems()));
            return item == null ? null : List.of(item);
        }
        String name = name(schema);
        Schema whole = api.getComponents().getSchemas().get(name);
        if (whole == null || !RecordSchemas.page(whole)) {
            return answers.get(name);
        }
        Object items = of(api, whole.getProperties().get("items"), answers);
        return items == null ? null : page(items);
    }

    private static Map<String, Object> page(Object items) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", items);
        page.put("page", 1);
        page.put("page_size", 20);
        page.put("total", 1);
        return page;
    }

    private static String name(Schema schema) {
        return schema.getRef() == null
                ? ""
                : schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
    }

    private static OfTag read(String tag) {
        String file = "/devmode/openapi/examples/" + tag + ".json";
        try (InputStream json = Thread.currentThread().getContextClassLoader().getResourceAsStream(file.substring(1))) {
            return new ObjectMapper().readValue(json, OfTag.class);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(file + " is missing or is not JSON", e);
        }
    }
}
