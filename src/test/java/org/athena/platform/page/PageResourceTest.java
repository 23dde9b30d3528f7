package org.athena.platform.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.athena.testing.AuthServer;
import org.athena.testing.DatabaseResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/**
 * How the page is served: documents for screens, files with their names' caching, problems for everything else. A run of unit tests
 * has a page of three files; the package has the real one.
 */
@QuarkusTest
@WithTestResource(DatabaseResource.class)
@WithTestResource(AuthServer.class)
class PageResourceTest {

    private static final String HTML = "text/html;charset=UTF-8";

    /** What a browser sends when somebody opens an address. */
    private static RequestSpecification browser() {
        return given().header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
    }

    /** Decodes nothing, so that the encoding of the answer is seen. */
    private static RequestSpecification plain() {
        return given().config(RestAssuredConfig.config()
                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()));
    }

    /** The first script of the document, which the build names by its content. */
    private static String script() {
        Matcher script = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"")
                .matcher(browser().get("/").asString());
        assertThat(script.find()).isTrue();
        return script.group(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/estudiantes", "/estudiantes/018f3c1e-7b7a-7c3e-9a51-2f6d0c9b4e10?tab=acudientes", "/a/b/c"
            })
    void everyScreenIsTheDocument(String address) {
        browser()
                .get(address)
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo(HTML))
                .header("Cache-Control", "no-cache")
                .header("Vary", containsString("Accept-Encoding"))
                .body(containsString("<div id=\"root\">"));
        browser()
                .head(address)
                .then()
                .statusCode(200)
                .header("Content-Length", notNullValue())
                .body(is(""));
    }

    @Test
    void theDocumentMayTalkToTheServiceAndToSupabaseAndToNobodyElse() {
        String supabase = given().get("/config.json").path("supabase_url");
        browser()
                .get("/")
                .then()
                .header(
                        "Content-Security-Policy",
                        equalTo("default-src 'none'; script-src 'self'; "
                                + "style-src 'self' 'unsafe-inline'; style-src-attr 'none'; img-src 'self' data: blob:; "
                                + "font-src 'self'; connect-src 'self' " + supabase
                                + "; base-uri 'none'; form-action 'self'; "
                                + "frame-ancestors 'none'"))
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Permissions-Policy", containsString("camera=()"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer");
    }

    @Test
    void aFileNamedByItsContentIsKeptForAYear() {
        plain().header("Accept-Encoding", "identity")
                .get(script())
                .then()
                .statusCode(200)
                .header("Content-Type", "text/javascript;charset=UTF-8")
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("Content-Encoding", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"gzip|true", "br, gzip;q=0.5|true", "GZIP|true", "gzip;q=0|false", "gzip;q=0.0|false", "br|false"})
    void aFileIsCompressedForWhomeverUnderstandsIt(String accepted, boolean compressed) {
        Response answer = plain().header("Accept-Encoding", accepted).get(script());
        assertThat(answer.header("Content-Encoding")).isEqualTo(compressed ? "gzip" : null);
        assertThat(answer.header("Vary")).contains("Accept-Encoding");
        byte[] body = answer.asByteArray();
        assertThat(body[0] == 0x1f && body[1] == (byte) 0x8b).isEqualTo(compressed);
    }

    @Test
    void whoeverHasTheFileIsToldSo() {
        String tag = plain().header("Accept-Encoding", "gzip").get(script()).header("ETag");
        plain().header("Accept-Encoding", "gzip")
                .header("If-None-Match", "\"other\", W/" + tag)
                .get(script())
                .then()
                .statusCode(304)
                .body(is(""));
        // Compressed and not compressed are two representations.
        plain().header("Accept-Encoding", "identity")
                .header("If-None-Match", tag)
                .get(script())
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/gone-00000000.js",
                "/robots.txt",
                "/files.txt",
                "/index.html.gz",
                "/assets/",
                "/.env",
                "/%2e%2e/openapi.json"
            })
    void aMissingFileIsAProblemThatNobodyKeeps(String address) {
        browser()
                .urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(404)
                .header("Cache-Control", "no-store")
                .body("code", equalTo("request.not_found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/api", "/q/nothing"})
    void theApiAnswersForItself(String address) {
        browser()
                .get(address)
                .then()
                .statusCode(404)
                .header("Content-Type", containsString("application/problem+json"));
    }

    @Test
    void aProgramThatMissedTheApiGetsAProblem() {
        given().header("Accept", "application/json")
                .get("/students")
                .then()
                .statusCode(404)
                .body("code", equalTo("request.not_found"));
        browser().post("/estudiantes").then().statusCode(404);
    }

    @Test
    void theSettingsOfThePageAreReadAtRunTimeAndHoldNoSecret() {
        given().get("/config.json")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Content-Type", containsString("application/json"))
                .body("keySet()", equalTo(Set.of("supabase_url", "publishable_key", "release")))
                .body("supabase_url", not(containsString(" ")))
                .body("supabase_url", not(is("")));
    }
}
