package org.athena.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.athena.platform.tenancy.Permission;
import org.athena.platform.tenancy.Role;
import org.athena.testing.Api;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Who learns of a guardian under a restriction, and of the restriction. */
@QuarkusTest
class GuardianRestrictionResourceTest extends Students {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("America/Bogota"));
    private static final String TEXT = "denunciado por violencia";

    private static final String MARTA_AND_LUIS = """
            {"document_type":"TI","document_number":"1","first_name":"Ana","last_name":"Ruiz","guardians":[
             {"document_type":"CC","document_number":"52","full_name":"Marta Ñúñez","phone":"300 111 2233",
              "relationship":"madrastra","portal_access":true,"is_emergency_contact":true},
             {"document_type":"CC","document_number":"53","full_name":"Luis Ruiz","phone":"311 222 3344","relationship":"padre",
              "portal_access":true,"is_emergency_contact":true,"priority":2}]}""";

    /** The first and the last day of a restriction, and whether it is in force today. */
    static Stream<Arguments> days() {
        return Stream.of(
                Arguments.of(null, null, true),
                Arguments.of(TODAY, null, true),
                Arguments.of(null, TODAY, true),
                Arguments.of(TODAY, TODAY, true),
                Arguments.of(TODAY.minusDays(30), TODAY.plusDays(30), true),
                Arguments.of(TODAY.plusDays(1), null, false),
                Arguments.of(TODAY.plusDays(7), TODAY.plusDays(30), false),
                Arguments.of(null, TODAY.minusDays(1), false),
                Arguments.of(TODAY.minusDays(30), TODAY.minusDays(1), false));
    }

    /** The address of a student who has an account, a teacher, and two guardians with accounts, the first one restricted. */
    private String restricted(LocalDate from, LocalDate to) {
        Response created = create(MARTA_AND_LUIS);
        created.then().statusCode(201);
        UUID second = Schools.user("Luis", "active");
        Schools.member(school.id(), second, "acudiente");
        account("52", school.person("acudiente"));
        account("53", second);
        luis = Api.as(second, school.id());
        Schools.change(
                "update athena.students set user_id = ? where school_id = ?", school.person("student"), school.id());
        Schools.change(
                "update athena.student_guardians set restriction = ?, restriction_from = ?, restriction_to = ?"
                        + " where relationship = 'madrastra' and school_id = ?",
                TEXT,
                from,
                to,
                school.id());
        assign(UUID.fromString(created.path("id")), school.person("teacher"));
        return created.header("Location");
    }

    private RequestSpecification luis;

    private void account(String document, UUID user) {
        Schools.change(
                "update athena.guardians set user_id = ? where document_number = ? and school_id = ?",
                user,
                document,
                school.id());
    }

    private List<RequestSpecification> limitedReaders() {
        return List.of(Api.as(school, "teacher"), Api.as(school, "student"), luis);
    }

    @ParameterizedTest
    @MethodSource("days")
    void whoIsUnderARestrictionInForceIsNobodysContact(LocalDate from, LocalDate to, boolean inForce) {
        String path = restricted(from, to);
        for (RequestSpecification reader : limitedReaders()) {
            Response answer = reader.get(path);
            answer.then().statusCode(200);
            assertThat(answer.<List<String>>path("guardians.full_name"))
                    .isEqualTo(inForce ? List.of("Luis Ruiz") : List.of("Marta Ñúñez", "Luis Ruiz"));
            if (inForce) {
                assertThat(answer.asString()).doesNotContain("Marta", "300 111 2233", "madrastra");
            }
        }
        Api.as(school, "acudiente").get(path).then().statusCode(inForce ? 404 : 200);
    }

    /** Where it is never the same day, a restriction of one day is in force in one zone alone. */
    @ParameterizedTest
    @CsvSource({"Pacific/Kiritimati, true", "Pacific/Pago_Pago, false"})
    void theDayIsThatOfTheSchool(String zone, boolean inForce) {
        LocalDate day = LocalDate.now(ZoneId.of("Pacific/Kiritimati"));
        String path = restricted(day, day);
        Schools.change("update athena.schools set time_zone = ? where id = ?", zone, school.id());
        assertThat(Api.as(school, "teacher").get(path).<List<String>>path("guardians.full_name"))
                .isEqualTo(inForce ? List.of("Luis Ruiz") : List.of("Marta Ñúñez", "Luis Ruiz"));
        Api.as(school, "acudiente").get(path).then().statusCode(inForce ? 404 : 200);
    }

    @Test
    void aTeacherIsNotShownTheirOwnRestrictedLink() {
        String path = restricted(null, null);
        account("52", school.person("teacher"));
        Api.as(school, "teacher")
                .get(path)
                .then()
                .statusCode(200)
                .body("guardians.full_name", equalTo(List.of("Luis Ruiz")));
    }

    @ParameterizedTest
    @MethodSource("days")
    void aRestrictionIsForThoseWhoReadTheWholeSchool(LocalDate from, LocalDate to, boolean inForce) {
        String path = restricted(from, to);
        for (RequestSpecification reader : limitedReaders()) {
            assertThat(reader.get(path).asString()).doesNotContain("restriction", TEXT);
        }
        String own = Api.as(school, "acudiente").get(path).asString();
        assertThat(own).doesNotContain("restriction", TEXT);
        for (String role : List.of("secretary", "coordinator", "rector")) {
            assertSeen(Api.as(school, role).get(path), from, to);
        }
        assertSeen(Api.asSuperadmin(schools, school.id()).get(path), from, to);
    }

    private static void assertSeen(Response answer, LocalDate from, LocalDate to) {
        answer.then()
                .statusCode(200)
                .body("guardians[0].restriction.text", equalTo(TEXT))
                .body("guardians[0].restriction.from", equalTo(from == null ? null : from.toString()))
                .body("guardians[0].restriction.to", equalTo(to == null ? null : to.toString()));
    }

    @Test
    void noOtherAnswerSpeaksOfARestriction() {
        restricted(TODAY.plusDays(7), null);
        for (RequestSpecification reader : Stream.concat(
                        limitedReaders().stream(), Stream.of(Api.as(school, "acudiente")))
                .toList()) {
            assertThat(reader.get(PATH).asString()).contains("Ana").doesNotContain("Marta", "restriction", TEXT);
        }
    }

    /** The answer to a change shows everything. */
    @Test
    void whoMayChangeStudentsReadsTheWholeSchool() {
        for (Role role : Role.values()) {
            if (Permission.WRITE_ENROLLMENT.grantedBy(role.permissions())) {
                assertThat(Permission.READ_STUDENTS.grantedBy(role.permissions()))
                        .as(role.code())
                        .isTrue();
            }
        }
    }
}
