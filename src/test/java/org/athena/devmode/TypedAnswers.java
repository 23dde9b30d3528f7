package org.athena.devmode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.athena.testing.NodeProject;
import org.athena.testing.RecordingProxy.Answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Holds answers to the types that a page in TypeScript gets from the description. The compiler refuses a field that the types do not
 * have, a value that they do not allow, and a status that the operation does not describe.
 */
final class TypedAnswers {

    private static final Path DESCRIPTION = Path.of("src/main/resources/openapi.json");
    private static final String HEAD = """
            import type { paths } from "./types";
            type Body<R> = R extends { content: infer C } ? C[keyof C] : never;
            """;

    private TypedAnswers() {}

    /** @return how many answers were held to their types: those of operations that the description has, with a body in JSON */
    static int check(List<Answer> answers) throws IOException, InterruptedException {
        JsonNode paths = new ObjectMapper().readTree(DESCRIPTION.toFile()).get("paths");
        List<String> lines = new ArrayList<>();
        for (Answer answer : answers) {
            template(paths, answer).ifPresent(path -> lines.add(line(path, answer, lines.size())));
        }
        NodeProject project = NodeProject.install("api-types");
        project.write("openapi.json", Files.readString(DESCRIPTION));
        project.write("answers.ts", HEAD + String.join("\n", lines));
        project.run(Map.of(), "npx", "openapi-typescript", "openapi.json", "-o", "types.ts");
        project.run(Map.of(), "npx", "tsc", "--noEmit", "--strict", "--skipLibCheck", "answers.ts");
        return lines.size();
    }

    private static String line(String path, Answer answer, int number) {
        return "export const answer%d: Body<paths[\"%s\"][\"%s\"][\"responses\"][%d]> = %s;"
                .formatted(number, path, answer.method().toLowerCase(Locale.ROOT), answer.status(), answer.body());
    }

    /** The path of the description; one without parameters comes first. */
    private static Optional<String> template(JsonNode paths, Answer answer) {
        if (!answer.type().contains("json") || answer.body().isEmpty()) {
            return Optional.empty();
        }
        List<String> templates = new ArrayList<>();
        paths.fields().forEachRemaining(path -> {
            if (path.getValue().has(answer.method().toLowerCase(Locale.ROOT))
                    && answer.path().matches(path.getKey().replaceAll("\\{[^}]*}", "[^/]+"))) {
                templates.add(path.getKey());
            }
        });
        return templates.stream()
                .min(Comparator.comparingLong(path ->
                        path.chars().filter(character -> character == '{').count()));
    }
}
