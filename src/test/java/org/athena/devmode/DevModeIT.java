package org.athena.devmode;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.athena.testing.process.DevMode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The first command of README.md, in a fresh copy of the sources: whoever reads what it prints can sign in and see students. */
@Tag("package")
class DevModeIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void oneCommandLeadsToADemoSchool() throws Exception {
        DevMode.checkOut();
        try (DevMode devMode = DevMode.start()) {
            devMode.awaitAnswer();
            String banner = devMode.log();
            String token = given().header("apikey", printed("publishable +(\\S+)", banner))
                    .contentType("application/json")
                    .body("{\"email\":\"%s\",\"password\":\"%s\"}"
                            .formatted(
                                    printed("    (secretar\\S+@\\S+)", banner),
                                    printed("Demo accounts, password (.+)", banner)))
                    .post(printed("sign-in +(\\S+)", banner) + "/auth/v1/token?grant_type=password")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("access_token");
            given().header("Authorization", "Bearer " + token)
                    .header("X-School-Id", printed("X-School-Id (\\S+)", banner))
                    .get("http://127.0.0.1:" + devMode.port() + "/api/v1/students")
                    .then()
                    .statusCode(200)
                    .body("total", greaterThan(100));
            given().get("http://127.0.0.1:" + devMode.port() + "/q/swagger-ui/")
                    .then()
                    .statusCode(200)
                    .body(containsString("/q/openapi-from-code"));
            awaitPage(printed("  page +(http\\S+)", banner));
        }
    }

    /** The page installs its libraries first, in the background. */
    private static void awaitPage(String address) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> given().get(address + "/estudiantes")
                        .then()
                        .statusCode(200)
                        .body(containsString("<div id=\"root\">")));
        given().get(address + "/config.json").then().statusCode(200).body("supabase_url", containsString("http"));
    }

    private static String printed(String pattern, String banner) {
        Matcher matcher = Pattern.compile(pattern).matcher(banner);
        assertThat(matcher.find()).as(pattern + " in " + banner).isTrue();
        return matcher.group(1);
    }
}
