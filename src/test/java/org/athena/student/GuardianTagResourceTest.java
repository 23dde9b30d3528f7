package org.athena.student;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.athena.testing.Api;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** The answer of a guardian shows their children: its tag changes with them, whatever changed them. */
@QuarkusTest
class GuardianTagResourceTest extends Guardians {

    private static final String FILE = """
            document_type,document_number,first_name,last_name,guardian1_document_type,guardian1_document_number,guardian1_full_name,guardian1_relationship
            TI,%d,%s,Ruiz,CC,52000111,Marta Ñúñez,madre
            """;

    private String child;
    private String marta;
    private Response known;

    @BeforeEach
    void aGuardianWhoIsKnown() {
        child = guarded("{" + LINK + "}");
        marta = person(child);
        known = read();
    }

    private Response read() {
        return Api.as(school, "secretary").get(marta);
    }

    private static List<String> children(Response guardian) {
        return guardian.path("children.full_name");
    }

    /** Who has the answer that is known asks whether it is still so, and is sent the new one with these children. */
    private void assertSentAnew(String... children) {
        Response anew = Api.as(school, "secretary")
                .header("If-None-Match", known.header("ETag"))
                .get(marta);
        assertThat(anew.statusCode()).isEqualTo(200);
        assertThat(children(anew)).containsExactly(children);
        assertThat(anew.header("ETag")).isNotEqualTo(known.header("ETag"));
        known = anew;
        assertNotSentAgain();
    }

    private void assertNotSentAgain() {
        Response same = Api.as(school, "secretary")
                .header("If-None-Match", known.header("ETag"))
                .get(marta);
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.header("ETag")).isEqualTo(known.header("ETag"));
    }

    private String imported(int number, String name) {
        return Api.as(school, "secretary")
                .contentType("text/csv")
                .body(FILE.formatted(number, name).getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/students/import")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void takeBack(String id) {
        Api.as(school, "secretary")
                .delete("/api/v1/students/imports/" + id)
                .then()
                .statusCode(204);
    }

    @Test
    void anImportThatLinksTheGuardianAndItsTakingBack() {
        String before = known.header("ETag");
        assertNotSentAgain();
        String first = imported(2, "Luz");
        assertSentAnew("Ana Ruiz", "Luz Ruiz");
        takeBack(first);
        assertSentAnew("Ana Ruiz");
        assertThat(known.header("ETag")).as("nothing is left of it").isEqualTo(before);
        imported(3, "Sol");
        assertSentAnew("Ana Ruiz", "Sol Ruiz");
    }

    @Test
    void aLinkThatEndsAndIsRestored() {
        String link = link(child);
        end(child);
        assertSentAnew();
        Api.as(school, "secretary").post(link + "/restoration").then().statusCode(200);
        assertSentAnew("Ana Ruiz");
    }

    @Test
    void aChildThatIsRenamed() {
        change(child, "{\"first_name\":\"Eva\"}").then().statusCode(200);
        assertSentAnew("Eva Ruiz");
    }

    @Test
    void aRestrictionOfALink() {
        change(link(child), "{\"restriction\":{\"text\":\"Orden\"}}").then().statusCode(200);
        assertSentAnew("Ana Ruiz");
        assertThat(known.<List<Boolean>>path("children.restricted")).containsExactly(true);
    }

    /** A change is of the person: another child is no reason to refuse it, and another change of the person is. */
    @Test
    void aChangeLooksAtThePersonAlone() {
        imported(2, "Luz");
        Response changed = changeIf(known.header("ETag"));
        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo(read().header("ETag"));
        assertThat(changeIf(known.header("ETag")).statusCode()).isEqualTo(412);
        assertThat(changeIf("W/" + changed.header("ETag")).statusCode()).isEqualTo(200);
        assertThat(changeIf("\"" + read().path("version") + "\"").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-gzip", "-", "-0123456789abcdeg", "-0123456789abcdef0"})
    void aTagThatSomebodyHasChangedIsNotOurs(String end) {
        assertThat(changeIf("\"" + known.path("version") + end + "\"").statusCode())
                .isEqualTo(412);
    }

    private int changes;

    private Response changeIf(String tag) {
        return Api.as(school, "secretary")
                .header("If-Match", tag)
                .body("{\"full_name\":\"Marta " + "x".repeat(++changes) + "\"}")
                .patch(marta);
    }
}
