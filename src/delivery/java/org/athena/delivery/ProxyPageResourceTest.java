package org.athena.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.athena.testing.Api;
import org.athena.testing.Installation;
import org.athena.testing.Ports;
import org.athena.testing.Schools;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** The service behind nginx as the operator's page configures it: what the proxy changes on the way breaks nothing. */
@QuarkusTest
@WithTestResource(Installation.class)
class ProxyPageResourceTest {

    private static final Path PAGE = Path.of("docs/operations/proxies.md");

    @TempDir
    Path directory;

    private final Schools.School school = Schools.create().first();
    private Nginx nginx;
    private int entrance;

    /** Only a JDK is promised to who runs the tests; where nginx must be, its absence is a fault. */
    @BeforeEach
    void nginxIsInFront() throws IOException {
        if (Nginx.program().isEmpty()) {
            System.err.println("THE PAGE ABOUT PROXIES WAS NOT TESTED: THERE IS NO nginx");
        }
        assumeThat(Nginx.program().isPresent() || System.getenv("CI") != null).isTrue();
        entrance = Ports.one();
        nginx = Nginx.start(directory, entrance, page());
    }

    @AfterEach
    void nginxIsGone() throws InterruptedException {
        if (nginx != null) {
            nginx.close();
        }
    }

    /** The page's lines; this machine has no certificate for it, and ports of its own. */
    private String page() throws IOException {
        Matcher block = Pattern.compile("(?s)```nginx\n(.*?)```").matcher(Files.readString(PAGE));
        assertThat(block.find()).isTrue();
        return block.group(1)
                .replaceFirst("listen 443 ssl;", "listen 127.0.0.1:" + entrance + ";")
                .replaceAll("ssl_certificate.*;", "")
                .replaceFirst("127\\.0\\.0\\.1:8080", "127.0.0.1:" + RestAssured.port);
    }

    @Test
    void aTagThatGzipWeakenedNamesTheVersionAllTheSame() throws IOException {
        String path = add();
        Response row = proxied("rector").header("Accept-Encoding", "gzip").get(path);
        assertThat(row.header("Content-Encoding")).as(nginx.errors()).isEqualTo("gzip");
        assertThat(row.header("ETag")).isEqualTo("W/\"0\"");
        assertThat(proxied("rector")
                        .header("If-None-Match", row.header("ETag"))
                        .get(path)
                        .statusCode())
                .isEqualTo(304);
        assertThat(change(path, row.header("ETag")).statusCode()).isEqualTo(200);
        assertThat(change(path, row.header("ETag")).statusCode()).isEqualTo(412);
    }

    private Response change(String path, String version) {
        return proxied("rector")
                .header("If-Match", version)
                .body("{\"middle_name\":\"Inés\"}")
                .patch(path);
    }

    @Test
    void whatTheServiceRefusesIsRefusedInItsWords() {
        Response large =
                proxied("rector").body("[" + " ".repeat(6_400_000) + "]").post("/api/v1/students");
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.<String>path("code")).isEqualTo("request.too_large");
        Response stranger = given().port(entrance).get("/api/v1/students");
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.<String>path("code")).isEqualTo("auth.required");
        assertThat(stranger.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void aTokenAndAnAddressMayBeAsLongAsTheServiceTakesThem() {
        String query = "x".repeat(7_900 - "/api/v1/students?q=".length());
        Response address = proxied("rector").get("/api/v1/students?q=" + query);
        assertThat(address.statusCode()).isLessThan(500).isNotEqualTo(414);
        assertThat(address.contentType()).contains("json");
        Response token = given().port(entrance)
                .header("Authorization", "Bearer " + "x".repeat(8_100))
                .get("/api/v1/students");
        assertThat(token.statusCode()).isEqualTo(401);
        assertThat(token.contentType()).contains("problem+json");
    }

    @Test
    void twoHostsComeNoFurtherThanTheProxy() throws IOException {
        Response answer = given().port(entrance)
                .header("Host", "a.example.org", "b.example.org")
                .get("/api/v1/" + UUID.randomUUID());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(nginx.answered()).noneMatch(line -> line.endsWith(":" + RestAssured.port));
    }

    private String add() {
        return proxied("rector")
                .body("""
                        {"document_type":"TI","document_number":"%d","first_name":"Luz","last_name":"Mora"}""".formatted(System.nanoTime()))
                .post("/api/v1/students")
                .header("Location");
    }

    private RequestSpecification proxied(String role) {
        return Api.as(school, role).port(entrance);
    }
}
