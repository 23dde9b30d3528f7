package org.athena.devmode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.athena.testing.DatabaseResource;
import org.athena.testing.Schools;
import org.athena.testing.SupabaseResource;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The real {@code @supabase/supabase-js}, in Node, against the service and the stand-in. */
@QuarkusTest
@WithTestResource(DatabaseResource.class)
@WithTestResource(SupabaseResource.class)
class SupabaseJsTest {

    private static final Path SOURCE = Path.of("src/test/supabase-js");
    private static final Path COPY = Path.of("target/supabase-js");
    private static final String PASSWORD = "a-long-password";

    AuthStandIn standIn;

    @Test
    void aPersonSignsInWorksInTheirSchoolAndSignsOut() throws Exception {
        Schools schools = Schools.create();
        UUID secretary = schools.first().person("secretary");
        String email = "secretary-" + secretary + "@example.org";
        standIn.account(secretary, email, PASSWORD);

        Map<String, JsonNode> steps = session(Map.of(
                "SUPABASE_URL", standIn.url(),
                "SUPABASE_ANON_KEY", standIn.anonKey(),
                "API", "http://127.0.0.1:" + RestAssured.port,
                "SCHOOL", schools.first().id().toString(),
                "OTHER_SCHOOL", schools.second().id().toString(),
                "EMAIL", email,
                "PASSWORD", PASSWORD));

        assertThat(steps.get("wrong_password").get("code").asText()).isEqualTo("invalid_credentials");
        assertThat(steps.get("signed_in").get("status").asInt()).isEqualTo(200);
        assertThat(steps.get("students").get("status").asInt()).isEqualTo(200);
        assertThat(steps.get("other_school").get("status").asInt()).isEqualTo(403);
        assertThat(steps.get("other_school").get("code").asText()).isEqualTo("tenant.not_a_member");
        assertThat(steps.get("refreshed").get("another").asBoolean()).isTrue();
        assertThat(steps.get("refreshed").get("status").asInt()).isEqualTo(200);
        assertThat(steps.get("user").get("email").asText()).isEqualTo(email);
        assertThat(steps.get("signed_out").get("error").asText()).isEqualTo("AuthSessionMissingError");
        assertThat(steps.get("refresh_refused").get("code").asText()).isEqualTo("refresh_token_not_found");
        assertThat(steps.get("without_token").get("status").asInt()).isEqualTo(401);
    }

    private static Map<String, JsonNode> session(Map<String, String> environment) throws Exception {
        install();
        Map<String, JsonNode> steps = new HashMap<>();
        ObjectMapper mapper = new ObjectMapper();
        for (String line : run(environment, "node", "session.mjs").split("\n")) {
            JsonNode step = mapper.readTree(line);
            steps.put(step.get("step").asText(), step);
        }
        return steps;
    }

    /** Outside the sources, so that the tree stays as it is. */
    private static void install() throws Exception {
        Files.createDirectories(COPY);
        for (String file : new String[] {"package.json", "package-lock.json", "session.mjs"}) {
            Files.copy(SOURCE.resolve(file), COPY.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        run(Map.of(), "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error");
    }

    private static String run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Path output = COPY.resolve(command[0] + ".out");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(COPY.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended = process.waitFor(3, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).as("%s ended in time", String.join(" ", command)).isTrue();
        String text = Files.readString(output).strip();
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }
}
