package org.athena.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.athena.testing.Api;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Values that the database refuses as well: the answer names the field, or the row and the column. */
@QuarkusTest
@WithTestResource(Installation.class)
class StudentValuesTest {

    private static final String PATH = "/api/v1/students";
    private static final String GUARDIAN = """
            "document_type":"CC","document_number":"52","full_name":"Marta Ruiz","relationship":"madre\"""";
    private static final String STUDENT = """
            "document_type":"TI","document_number":"1020","first_name":"Ana","last_name":"Ruiz\"""";

    private Schools.School school;

    @BeforeEach
    void aSchool() {
        school = Schools.create().first();
    }

    /** The object with another value for that field. */
    private static String with(String object, String field, String value) {
        String rest = object.replaceFirst(",?\"" + field + "\":\"[^\"]*\"", "").replaceFirst("^,", "");
        return "{" + rest + ",\"" + field + "\":\"" + value + "\"}";
    }

    @Test
    void aChangeNamesAllOfItsFaultsAtOnce() {
        String student =
                Api.as(school, "secretary").body("{" + STUDENT + "}").post(PATH).header("Location");
        Api.as(school, "secretary")
                .body("""
                        {"nope":1,"birth_date":"31/12/2012","document_type":1,"first_name":"  ","is_active":null,"gender":"F"}""")
                .patch(student)
                .then()
                .statusCode(400)
                .body("code", equalTo("request.invalid"))
                .body(
                        "violations.field",
                        containsInAnyOrder("nope", "birth_date", "document_type", "first_name", "is_active"))
                .body("violations.in", everyItem(equalTo("body")));
    }

    @Test
    void aChangeOfManyUnknownFieldsNamesSome() {
        String student =
                Api.as(school, "secretary").body("{" + STUDENT + "}").post(PATH).header("Location");
        String unknown =
                IntStream.range(0, 5000).mapToObj(i -> "\"x" + i + "\":1").collect(Collectors.joining(","));
        Api.as(school, "secretary")
                .body("{" + unknown + "}")
                .patch(student)
                .then()
                .statusCode(400)
                .body("violations.size()", equalTo(20));
    }

    @ParameterizedTest
    @CsvSource({
        "birth_date, 1800-01-01",
        "birth_date, 0000-02-29",
        "first_name, A\\ud800",
        "gender, \\udc00x",
        "middle_name, '  '",
        "second_last_name, \\t",
        "gender, \\u3000",
        "gender, F\\u200b",
        "gender, F\\nM",
        "gender, F\\u3164",
        "first_name, \\u2003",
        "first_name, \\u00a0",
        "document_number, \\u00a0",
        "document_number, \\u2003.",
        "document_number, ßßßßßßßßßßßßßßßßßßßßßßßß",
    })
    void aStudentsValueThatCannotBeKeptIsNamed(String field, String value) {
        Api.as(school, "secretary")
                .body(with(STUDENT, field, value))
                .post(PATH)
                .then()
                .statusCode(400)
                .body("code", equalTo("request.invalid"))
                .body("violations.field", contains(field))
                .body("violations.in", contains("body"));
        String student =
                Api.as(school, "secretary").body("{" + STUDENT + "}").post(PATH).header("Location");
        Api.as(school, "secretary")
                .body("{\"" + field + "\":\"" + value + "\"}")
                .patch(student)
                .then()
                .statusCode(400)
                .body("violations.field", contains(field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "first_name | An\\u0007a",
                "first_name | An\\na",
                "middle_name | An\\u202ea",
                "last_name | \\u3164",
                "second_last_name | \\u2800",
                "first_name | Ana2",
                "last_name | Ru\\u0456z",
            })
    void aNameHasLettersAndNothingThatIsNotShown(String field, String value) {
        Api.as(school, "secretary")
                .body(with(STUDENT, field, value))
                .post(PATH)
                .then()
                .statusCode(400)
                .body("violations.field", contains(field))
                .body(
                        "violations.message",
                        contains(
                                "must consist of letters of the Latin alphabet, spaces, apostrophes, hyphens and full stops,"
                                        + " with at least one letter"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TI | 1.00123E+09 | is a number that a spreadsheet has shortened; format the column as text and enter it again",
                "TI | 1001-234572 | must be 1 to 20 digits for the type TI, not all of them zeros; dots, commas and spaces between groups of three do not matter",
                "TI | 1547602000.5 | has a decimal fraction, or separators that are not between groups of three digits; write the digits alone",
                "PEP | 1.23.45 | has a decimal fraction, or separators that are not between groups of three digits; write the digits alone",
                "TI | 0 | must be 1 to 20 digits for the type TI, not all of them zeros; dots, commas and spaces between groups of three do not matter",
                "RC | N/A | must be 1 to 20 digits for the type RC, not all of them zeros; dots, commas and spaces between groups of three do not matter",
                "CC | -5 | must be 1 to 20 digits for the type CC, not all of them zeros; dots, commas and spaces between groups of three do not matter",
                "PEP | no tiene | must be 3 to 20 letters from A to Z, digits and hyphens, with at least one digit, for the type PEP"
            })
    void aNumberThatItsDocumentCannotHaveIsExplained(String type, String number, String message) {
        String student = with(STUDENT, "document_number", number).replace("\"TI\"", "\"" + type + "\"");
        Api.as(school, "secretary")
                .body(student)
                .post(PATH)
                .then()
                .statusCode(400)
                .body("violations.field", contains("document_number"))
                .body("violations.message", contains(message));
        Api.as(school, "secretary")
                .body("{" + STUDENT + ",\"guardians\":["
                        + with(GUARDIAN, "document_number", number).replace("\"CC\"", "\"" + type + "\"") + "]}")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("violations.field", contains("guardians[0].document_number"));
        String path =
                Api.as(school, "secretary").body("{" + STUDENT + "}").post(PATH).header("Location");
        Api.as(school, "secretary")
                .body("{\"document_type\":\"" + type + "\",\"document_number\":\"" + number + "\"}")
                .patch(path)
                .then()
                .statusCode(400)
                .body("violations.field", contains("document_number"));
    }

    @Test
    void aNumberWithTheZerosOfASpreadsheetIsTheSameDocument() {
        Api.as(school, "secretary")
                .body(with(STUDENT, "document_number", "001547602000.0"))
                .post(PATH)
                .then()
                .statusCode(201)
                .body("document_number", equalTo("1547602000"));
        Api.as(school, "secretary")
                .body(with(STUDENT, "document_number", "1547602000"))
                .post(PATH)
                .then()
                .statusCode(409)
                .body("reason", equalTo("student.document_taken"));
        assertThatThrownBy(() -> Schools.change(
                        "update athena.students set document_number = '01547602000' where school_id = ?", school.id()))
                .hasStackTraceContaining("ck_students_document_number");
    }

    @ParameterizedTest
    @CsvSource({"300", "no tiene", "300111", "3001112233 / 3011112233"})
    void aTelephoneNumberThatCannotBeCalledIsNamed(String phone) {
        Api.as(school, "secretary")
                .body("{" + STUDENT + ",\"guardians\":[{" + GUARDIAN + ",\"phone\":\"" + phone + "\"}]}")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("violations.field", contains("guardians[0].phone"));
    }

    @Test
    void theDatabaseRefusesSuchATelephoneNumberToo() {
        Api.as(school, "secretary")
                .body("{" + STUDENT + ",\"guardians\":[{" + GUARDIAN + ",\"phone\":\"3001234567.0\"}]}")
                .post(PATH)
                .then()
                .statusCode(201)
                .body("guardians[0].phone", equalTo("3001234567"));
        assertThatThrownBy(() ->
                        Schools.change("update athena.guardians set phone = '300111' where school_id = ?", school.id()))
                .hasStackTraceContaining("ck_guardians_phone");
    }

    @Test
    void aNameAndANumberAreStoredInOneForm() {
        Response created = Api.as(school, "secretary").body("""
                        {"document_type":"TI","document_number":"'１ ００1,234,574","first_name":" Jose\u0301  Luis ",
                         "last_name":"O\u2019Neill\u2010Ruiz","guardians":[{"document_type":"PASSPORT","document_number":"ab 123",
                         "full_name":"Ine\u0301s  Ruiz","relationship":"madre"}]}""").post(PATH);
        created.then()
                .statusCode(201)
                .body("document_number", equalTo("1001234574"))
                .body("first_name", equalTo("José Luis"))
                .body("last_name", equalTo("O'Neill-Ruiz"))
                .body("guardians[0].document_number", equalTo("AB123"))
                .body("guardians[0].full_name", equalTo("Inés Ruiz"));
        Api.as(school, "secretary")
                .body("{\"middle_name\":\"Jose\u0301\"}")
                .patch(created.header("Location"))
                .then()
                .statusCode(200)
                .body("middle_name", equalTo("José"));
    }

    /** The service is not the only way into the database. */
    @ParameterizedTest
    @CsvSource({"An\u0007a", "An\u200ba", "Jose\u0301", "' Ana'", "An\u3164a"})
    void theDatabaseRefusesSuchNamesToo(String escaped) {
        assertThatThrownBy(() -> Schools.change(
                        "insert into athena.students (school_id, document_type, document_number, first_name, last_name)"
                                + " values (?, 'TI', '1', ?, 'Ruiz')",
                        school.id(),
                        unescaped(escaped)))
                .hasStackTraceContaining("ck_students_first_name");
    }

    private static String unescaped(String text) {
        return Pattern.compile("\\\\u([0-9a-f]{4})")
                .matcher(text)
                .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
    }

    @ParameterizedTest
    @CsvSource({"TI, A1", "CC, 1-2", "NES, ''", "PASSPORT, AB", "CE, 12", "VISA, abc1", "INTERNAL, 123"})
    void theDatabaseRefusesSuchDocumentsToo(String type, String number) {
        assertThatThrownBy(() -> Schools.change(
                        "insert into athena.guardians (school_id, document_type, document_number, full_name)"
                                + " values (?, ?, ?, 'Ana')",
                        school.id(),
                        type,
                        number))
                .hasStackTraceContaining("ck_guardians_document_");
    }

    /** The driver counts days before 1582 by another calendar: what was read was not what had been sent, or could not be read. */
    @ParameterizedTest
    @CsvSource({"0000-02-29", "0000-01-01", "1582-10-10", "1500-02-29"})
    void aDayBeforeTheGregorianCalendarIsRefused(String day) {
        Api.as(school, "secretary")
                .body("{" + STUDENT + ",\"guardians\":[{" + GUARDIAN + ",\"restriction\":{\"text\":\"x\",\"from\":\""
                        + day + "\",\"to\":null}}]}")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("violations.field", contains("guardians[0].restriction.from"))
                .body("violations.message", contains("must be a date of the form YYYY-MM-DD, from the year 1583 on"));
    }

    /** What is answered is what is kept: a number with an end that a double would cut off is not taken. */
    @ParameterizedTest
    @CsvSource({"1e400", "-1e400", "1e999999999", "1e-400", "1234567890123456789.5", "0.12345678901234567890"})
    void aNumberThatCannotBeKeptExactlyIsNamed(String number) {
        String student =
                Api.as(school, "secretary").body("{" + STUDENT + "}").post(PATH).header("Location");
        String data = "\"extra_data\":{\"a\":[{\"b\":" + number + "}]}";
        for (Response refused : List.of(
                Api.as(school, "secretary")
                        .body("{" + STUDENT + "," + data + "}")
                        .post(PATH),
                Api.as(school, "secretary").body("{" + data + "}").patch(student))) {
            refused.then()
                    .statusCode(400)
                    .body("violations.field", contains("extra_data.a"))
                    .body("violations.message", contains("must be a number of at most 15 digits, below 1e308"));
        }
    }

    @Test
    void anyOtherNumberIsKeptAsItWasSent() {
        String data = "{\"a\":0.1,\"b\":-12.50,\"c\":1e3,\"d\":12345678901234567890,\"e\":0}";
        Response created = Api.as(school, "secretary")
                .body("{" + STUDENT + ",\"extra_data\":" + data + "}")
                .post(PATH);
        created.then().statusCode(201);
        Response read = Api.as(school, "secretary").get(created.header("Location"));
        assertThat(read.header("ETag")).isEqualTo(created.header("ETag")).isEqualTo("\"0\"");
        assertThat(read.<Object>path("extra_data.d")).hasToString("12345678901234567890");
        assertThat(read.<Object>path("extra_data.a")).hasToString("0.1");
    }

    @ParameterizedTest
    @CsvSource({"phone, ' '", "full_name, \\u2003", "relationship, \\u2003", "document_number, \\u00a0"})
    void aGuardiansValueThatCannotBeKeptIsNamed(String field, String value) {
        Api.as(school, "secretary")
                .body("{" + STUDENT + ",\"guardians\":[" + with(GUARDIAN, field, value) + "]}")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("violations.field", contains("guardians[0]." + field));
    }

    @Test
    void aFilesFaultsStandInTheOrderOfItsRowsAndColumns() {
        String file = "birth_date,gender,last_name,first_name,document_number,document_type\n"
                + "1800-01-01,F,Ruiz,Ana,1,TI\n"
                + "2030-13-01,,\u00a0,\u2003,\u00a0,XX,more\n"
                + "2014-05-06," + "F".repeat(21) + ",Ruiz,Ana,1,TI\n";
        Api.as(school, "secretary")
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(PATH + "/import")
                .then()
                .statusCode(400)
                .body(
                        "violations.collect { it.in + ' ' + it.field }",
                        contains(
                                "row 2 birth_date",
                                "row 3 birth_date",
                                "row 3 last_name",
                                "row 3 first_name",
                                "row 3 document_number",
                                "row 3 document_type",
                                "row 3 ",
                                "row 4 gender",
                                "row 4 document_number"));
    }

    @ParameterizedTest
    @CsvSource({"XX", "1", "0", "PASAPORTO"})
    void aDocumentTypeOfAFileIsOneOfTheWords(String word) {
        Api.as(school, "secretary")
                .contentType("text/csv")
                .body("document_type,document_number,first_name,last_name\n" + word + ",1,Ana,Ruiz\n")
                .post(PATH + "/import")
                .then()
                .statusCode(400)
                .body("violations.field", contains("document_type"))
                .body(
                        "violations.message",
                        contains(
                                "must be one of TI, RC, CC, CE, NUIP, PASSPORT, PPT, PEP, NES, NIP, CABILDO, VISA, TMF,"
                                        + " or its name in Spanish"));
    }
}
