package org.athena.devmode.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Examples of requests and answers. They are kept in files beside the code, requests by operation and answers by the schema of a
 * row, so that this package does not depend on any feature. The tests send every request.
 */
class Examples {

    private final Map<String, Object> requests = read("/devmode/openapi/requests.json");
    private final Map<String, Object> answers = read("/devmode/openapi/responses.json");

    void add(OpenAPI api, Operation operation) {
        Object request = requests.get(operation.getOperationId());
        if (request != null && operation.getRequestBody() != null) {
            operation
                    .getRequestBody()
                    .getContent()
                    .getMediaTypes()
                    .values()
                    .forEach(media -> media.setExample(request));
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2") && response.getContent() != null) {
                response.getContent().getMediaTypes().values().forEach(media -> answer(api, media));
            }
        });
    }

    private void answer(OpenAPI api, MediaType media) {
        Object example = media.getSchema() == null ? null : of(api, media.getSchema());
        if (example != null) {
            media.setExample(example);
        }
    }

    /** The example of a row, a plain list or a page. */
    private Object of(OpenAPI api, Schema schema) {
        if (schema.getItems() != null) {
            Object item = answers.get(name(schema.getItems()));
            return item == null ? null : List.of(item);
        }
        String name = name(schema);
        Schema whole = api.getComponents().getSchemas().get(name);
        if (whole == null || !RecordSchemas.page(whole)) {
            return answers.get(name);
        }
        Object items = of(api, whole.getProperties().get("items"));
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

    private static Map<String, Object> read(String file) {
        try (InputStream json = Examples.class.getResourceAsStream(file)) {
            return new ObjectMapper().readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is not JSON", e);
        }
    }
}
