package org.athena.devmode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.athena.testing.DatabaseResource;
import org.athena.testing.NodeProject;
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
        Map<String, JsonNode> steps = new HashMap<>();
        ObjectMapper mapper = new ObjectMapper();
        String printed = NodeProject.install("supabase-js").run(environment, "node", "session.mjs");
        for (String line : printed.split("\n")) {
            JsonNode step = mapper.readTree(line);
            steps.put(step.get("step").asText(), step);
        }
        return steps;
    }
}
