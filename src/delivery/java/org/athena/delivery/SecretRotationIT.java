package org.athena.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.athena.devmode.AuthStandIn;
import org.athena.testing.AuthServer;
import org.athena.testing.AuthServer.Answer;
import org.athena.testing.DatabaseResource;
import org.athena.testing.PublishedForTests;
import org.athena.testing.Schools;
import org.athena.testing.Tokens;
import org.athena.testing.process.RunningService;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each line of the tables of {@code docs/operations/secrets.md} is an instance with those settings. */
class SecretRotationIT {

    private static final String TOKEN = "token of the ";
    /** With what a shell, a file of properties or Quarkus' expressions would read otherwise. */
    private static final Map<String, String> SECRETS = Map.of(
            "",
            "",
            "old",
            "the-old-$$-${HOME}-\\$-%41-#-'\"-secret-of-the-project",
            "new",
            "the-new-$$$-${a::b}-\\\\-secret-of-the-project ");

    private static final Map<String, PublicJsonWebKey> KEYS =
            Map.of("first", PublishedForTests.generate("ES256"), "second", PublishedForTests.generate("ES256"));

    private static final AuthServer AUTH = new AuthServer();

    private final Schools.School school = Schools.create().first();

    @TempDir
    Path directory;

    @BeforeAll
    static void start() {
        AUTH.start();
    }

    @AfterAll
    static void stop() {
        AUTH.stop();
    }

    static List<Map<String, String>> tokens() throws IOException {
        return Stream.concat(SecretsPage.table("JWT_SECRET_PREVIOUS").stream(), SecretsPage.table("published").stream())
                .toList();
    }

    @Test
    void thePageHasItsTables() throws IOException {
        assertThat(tokens()).hasSize(9);
        assertThat(SecretsPage.table("the mail of a new person")).hasSize(5);
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void anInstanceLetsInWhomThePageSays(Map<String, String> row) throws Exception {
        publish(row.getOrDefault("published", ""));
        try (RunningService service = start(Map.of(
                        // As some copy it.
                        "SUPABASE_URL",
                        AuthServer.url() + "/",
                        "SUPABASE_ANON_KEY",
                        AuthServer.apiKey,
                        "ATHENA_AUTH_ISSUER",
                        "",
                        "JWT_SECRET",
                        SECRETS.get(row.get("JWT_SECRET")),
                        "JWT_SECRET_PREVIOUS",
                        SECRETS.get(row.getOrDefault("JWT_SECRET_PREVIOUS", ""))))
                .awaitReady()) {
            for (String column : row.keySet()) {
                if (column.startsWith(TOKEN) && !row.get(column).isEmpty()) {
                    ask(service, signer(column.substring(TOKEN.length())), row.get(column));
                }
            }
            assertThat(service.output()).doesNotContain(SECRETS.get("old"), SECRETS.get("new"));
        }
    }

    /** Supabase is asked exactly when the page says so, and then answers what it would. */
    private void ask(RunningService service, Tokens signer, String expected) {
        int status = Integer.parseInt(expected.split(",")[0]);
        AuthServer.userAnswer = status == 200
                ? new Answer(200, null, "{\"id\":\"" + school.person("rector") + "\",\"aud\":\"authenticated\"}")
                : new Answer(403, "bad_jwt", "{}");
        int before = AuthServer.USER_CALLS.get();
        String token = signer.of(school.person("rector"));
        assertThat(service.with(token).get("/api/v1/auth/me").statusCode()).isEqualTo(status);
        assertThat(AuthServer.USER_CALLS.get() - before)
                .as("questions to Supabase")
                .isEqualTo(expected.endsWith("asked") ? 1 : 0);
    }

    private static Tokens signer(String column) {
        if (column.endsWith(" secret")) {
            return AuthServer.hs256(SECRETS.get(column.replace(" secret", "")));
        }
        PublicJsonWebKey key = KEYS.get(column.replace(" key", ""));
        return new Tokens(AuthServer.url() + "/auth/v1", "ES256", key.getKeyId(), key.getPrivateKey());
    }

    private static void publish(String names) {
        AuthServer.reset();
        for (String algorithm : List.of("ES256", "RS256", "EdDSA")) {
            AuthServer.keys().withdraw(AuthServer.keys().own(algorithm).getKeyId());
        }
        KEYS.forEach((name, key) -> {
            AuthServer.keys().withdraw(key.getKeyId());
            if (Arrays.asList(names.split(", ")).contains(name)) {
                AuthServer.keys().publish(key);
            }
        });
    }

    static List<Map<String, String>> people() throws IOException {
        return SecretsPage.table("the mail of a new person");
    }

    @ParameterizedTest
    @MethodSource("people")
    void anInstanceAddsPeopleWithAKeyThatSupabaseKnows(Map<String, String> row) throws Exception {
        try (AuthStandIn supabase = new AuthStandIn(3600)) {
            Map<String, String> keys = Map.of("old", supabase.serviceKey(), "new", supabase.newServiceKey());
            keys.forEach((name, key) -> {
                if (!Arrays.asList(row.get("Supabase knows").split(", ")).contains(name)) {
                    supabase.deleteServiceKey(key);
                }
            });
            String key = keys.get(row.get("instances with"));
            try (RunningService service = start(
                            Map.of("SUPABASE_URL", supabase.url(), "SUPABASE_SERVICE_ROLE_KEY", key))
                    .awaitReady()) {
                add(service, row.get("the mail of a new person"));
                assertThat(service.output()).doesNotContain(keys.values());
            }
        }
    }

    private void add(RunningService service, String mail) {
        assertThat(service.as(school, "rector")
                        .body("{\"email\":\"una." + System.nanoTime() + "@example.org\",\"full_name\":\"Una Persona\","
                                + "\"roles\":[\"teacher\"]}")
                        .post("/api/v1/admin/users")
                        .<String>path("mail"))
                .isEqualTo(mail);
        if (mail.equals("waiting")) {
            assertThat(service.output()).contains("Supabase's admin routes did not answer: status 401");
            service.as(school, "rector").get("/api/v1/students").then().statusCode(200);
        }
    }

    private RunningService start(Map<String, String> settings) throws IOException {
        Map<String, String> variables = new HashMap<>(settings);
        variables.put("DATABASE_URL", DatabaseResource.serviceUrl());
        return RunningService.start(directory.resolve("log"), variables);
    }
}
