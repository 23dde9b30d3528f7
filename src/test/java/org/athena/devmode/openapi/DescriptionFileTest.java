package org.athena.devmode.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.athena.testing.Installation;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Keeps {@code openapi.json}, with which the service answers, what the code says. With {@code -Dathena.openapi.write=true} it writes
 * the file first.
 */
@QuarkusTest
@WithTestResource(Installation.class)
class DescriptionFileTest {

    private static final Path FILE = Path.of("src/main/resources/openapi.json");
    private static final String COMMAND = "./mvnw test -Dtest=DescriptionFileTest -Dathena.openapi.write=true";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theFileSaysWhatTheCodeSays() throws IOException {
        String document = fromCode();
        if (Boolean.getBoolean("athena.openapi.write")) {
            Files.writeString(FILE, document);
        }
        List<String> file = Files.readAllLines(FILE);
        List<String> code = document.lines().toList();
        for (int i = 0; i < Math.max(file.size(), code.size()); i++) {
            assertThat(line(file, i))
                    .as(FILE + " is not what the code says; write it anew with " + COMMAND + "; line " + (i + 1))
                    .isEqualTo(line(code, i));
        }
    }

    private static String fromCode() throws IOException {
        ObjectNode document = (ObjectNode) JSON.readTree(given().get("/q/openapi-from-code?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        // The entity of the tests is no part of the service.
        remove(document.path("paths"), "lockers");
        remove(document.at("/components/schemas"), "Locker");
        Iterator<JsonNode> tables =
                document.at("/components/schemas/AuditedTable/enum").elements();
        while (tables.hasNext()) {
            if (tables.next().asText().equals("lockers")) {
                tables.remove();
            }
        }
        Iterator<JsonNode> tags = document.path("tags").elements();
        while (tags.hasNext()) {
            if (tags.next().path("name").asText().equals("lockers")) {
                tags.remove();
            }
        }
        // The order in which classes are found is not the same everywhere.
        sort(document, "/paths");
        document.path("components").fieldNames().forEachRemaining(part -> sort(document, "/components/" + part));
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        return JSON.writer(printer).writeValueAsString(document) + "\n";
    }

    private static void remove(JsonNode from, String part) {
        List<String> names = new ArrayList<>();
        from.fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> !name.contains(part));
        ((ObjectNode) from).remove(names);
    }

    private static void sort(JsonNode document, String pointer) {
        if (document.at(pointer) instanceof ObjectNode object) {
            Map<String, JsonNode> members = new TreeMap<>();
            object.fields().forEachRemaining(member -> members.put(member.getKey(), member.getValue()));
            object.removeAll();
            members.forEach(object::set);
        }
    }

    private static String line(List<String> lines, int number) {
        return number < lines.size() ? lines.get(number) : "(end of file)";
    }
}
