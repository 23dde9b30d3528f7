package org.athena.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.UUID;
import java.util.concurrent.CyclicBarrier;

import org.athena.testing.Api;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** An e-mail follows Supabase, and what an invitation does not tell. */
@QuarkusTest
class UserEMailResourceTest extends People {

    private static Response rename(RequestSpecification who, UUID person, String email) {
        return who.body("{\"email\":\"%s\"}".formatted(email)).patch(PATH + "/" + person);
    }

    private static String emailHere(UUID person) {
        return Schools.text("select email from athena.users where id = ?", person);
    }

    private UUID teacherWithAccount() {
        UUID teacher = schools.first().person("teacher");
        supabase.account(teacher, emailHere(teacher), PASSWORD);
        return teacher;
    }

    @Test
    void thePlatformChangesAnEMailAtSupabaseAndHere() {
        UUID teacher = teacherWithAccount();
        String email = email();
        rename(Api.asSuperadmin(schools, null), teacher, email.toUpperCase(java.util.Locale.ROOT))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("email", equalTo(email));
        assertThat(supabase.email(teacher)).isEqualTo(email);
        assertThat(emailHere(teacher)).isEqualTo(email);
    }

    /** Who could write it would have the next recovery mail. */
    @Test
    void aSchoolDoesNotChangeAnEMail() {
        UUID teacher = teacherWithAccount();
        String email = emailHere(teacher);
        rename(Api.as(schools.first(), "rector"), teacher, email())
                .then()
                .statusCode(403)
                .body("code", equalTo("auth.forbidden"))
                .body("required_permissions", contains("manage:schools"))
                .body("violations.field", contains("email"));
        rename(Api.as(schools.first(), "rector"), teacher, email).then().statusCode(200);
        assertThat(supabase.email(teacher)).isEqualTo(email);
        assertThat(emailHere(teacher)).isEqualTo(email);
    }

    @Test
    void aChangeThatIsRefusedForAnotherFieldLeavesTheEMailAtSupabase() {
        UUID teacher = teacherWithAccount();
        String before = emailHere(teacher);
        for (String other : new String[] {"\"status\":\"pending\"", "\"full_name\":\" \""}) {
            Api.asSuperadmin(schools, null)
                    .body("{\"email\":\"" + email() + "\"," + other + "}")
                    .patch(PATH + "/" + teacher)
                    .then()
                    .statusCode(400);
            assertThat(supabase.email(teacher)).isEqualTo(before);
            assertThat(emailHere(teacher)).isEqualTo(before);
        }
    }

    @Test
    void whenSupabaseDoesNotTakeTheEMailItStaysHereToo() {
        UUID teacher = teacherWithAccount();
        String before = emailHere(teacher);
        String email = email();
        supabase.fail("PUT /auth/v1/admin/users/" + teacher);
        rename(Api.asSuperadmin(schools, null), teacher, email).then().statusCode(503);
        assertThat(supabase.email(teacher)).isEqualTo(before);
        assertThat(emailHere(teacher)).isEqualTo(before);
        String taken = email();
        supabase.account(UUID.randomUUID(), taken, PASSWORD);
        rename(Api.asSuperadmin(schools, null), teacher, taken).then().statusCode(503);
        assertThat(emailHere(teacher)).isEqualTo(before);
        rename(Api.asSuperadmin(schools, null), teacher, email).then().statusCode(200);
        assertThat(emailHere(teacher)).isEqualTo(email);
    }

    @Test
    void anEMailThatWasChangedAtSupabaseAloneIsBroughtHereByTheNextAttempt() {
        UUID teacher = teacherWithAccount();
        String before = emailHere(teacher);
        String email = email();
        supabase.loseAnswerOf("PUT /auth/v1/admin/users/" + teacher);
        rename(Api.asSuperadmin(schools, null), teacher, email).then().statusCode(503);
        assertThat(supabase.email(teacher)).isEqualTo(email);
        assertThat(emailHere(teacher)).isEqualTo(before);
        Response brought = rename(Api.asSuperadmin(schools, null), teacher, email);
        brought.then().statusCode(200);

        String next = email();
        supabase.meet(
                "PUT /auth/v1/admin/users/" + teacher,
                new CyclicBarrier(
                        1,
                        () -> Schools.change("update athena.users set version = version + 1 where id = ?", teacher)));
        rename(Api.asSuperadmin(schools, null).header("If-Match", brought.header("ETag")), teacher, next)
                .then()
                .statusCode(412);
        assertThat(supabase.email(teacher)).isEqualTo(next);
        assertThat(emailHere(teacher)).isEqualTo(email);
        rename(Api.asSuperadmin(schools, null), teacher, next).then().statusCode(200);
        assertThat(emailHere(teacher)).isEqualTo(next);
    }

    @Test
    void anEMailOfSomebodyElseAndAPersonWithoutAnAccountAreConflicts() {
        UUID teacher = teacherWithAccount();
        String before = emailHere(teacher);
        rename(
                        Api.asSuperadmin(schools, null),
                        teacher,
                        emailHere(schools.second().person("teacher")))
                .then()
                .statusCode(409)
                .body("reason", equalTo("user.email_taken"))
                .body("violations.field", contains("email"));
        assertThat(supabase.email(teacher)).isEqualTo(before);
        rename(Api.asSuperadmin(schools, null), schools.first().person("student"), email())
                .then()
                .statusCode(409)
                .body("reason", equalTo("user.no_account"));
        rename(Api.asSuperadmin(schools, null), teacher, "nobody")
                .then()
                .statusCode(400)
                .body("violations.field", contains("email"));
    }

    private UUID invited(String email, String name) {
        UUID person = Schools.user("elsewhere", "active");
        Schools.change(
                "update athena.users set email = ?, full_name = ?, version = 7 where id = ?", email, name, person);
        add(email, "teacher").then().statusCode(201).header("ETag", nullValue());
        return person;
    }

    @Test
    void aNameThatIsNotShownIsNotFoundEither() {
        String email = email();
        UUID person = invited(email, "Quetzal Secreto");
        find(Api.as(schools.first(), "rector"), "quetzal").body("total", equalTo(0));
        find(Api.as(schools.first(), "rector"), email).body("items.id", contains(person.toString()));
        find(Api.asSuperadmin(schools, schools.first().id()), "quetzal").body("items.id", contains(person.toString()));
    }

    private static ValidatableResponse find(RequestSpecification who, String words) {
        return who.queryParam("q", words).get(PATH).then().statusCode(200);
    }

    @Test
    void namesThatAreNotShownSortNobody() {
        String unique = email();
        UUID last = invited("b." + unique, "Aaa");
        UUID first = invited("a." + unique, "Zzz");
        find(Api.as(schools.first(), "rector").queryParam("sort", "full_name"), unique)
                .body("items.id", contains(first.toString(), last.toString()));
        find(Api.asSuperadmin(schools, schools.first().id()).queryParam("sort", "full_name"), unique)
                .body("items.id", contains(last.toString(), first.toString()));
    }

    @Test
    void theETagDoesNotTellOfChangesThatAreNotShown() {
        UUID person = invited(email(), "Quetzal Secreto");
        Api.as(schools.first(), "rector")
                .get(PATH + "/" + person)
                .then()
                .statusCode(200)
                .header("ETag", nullValue())
                .body("version", nullValue());
        Api.as(person, null)
                .post(INVITATIONS + "/" + membership(schools.first().id(), person) + "/acceptance")
                .then()
                .statusCode(200);
        Api.as(schools.first(), "rector")
                .get(PATH + "/" + person)
                .then()
                .header("ETag", "\"10\"")
                .body("full_name", equalTo("Quetzal Secreto"));
    }

    /** Or a school would only have to invite somebody and think better of it. */
    @Test
    void anInvitationThatIsTakenBackShowsNoMoreThanBefore() {
        UUID person = invited(email(), "Quetzal Secreto");
        String path = membershipPath(schools.first().id(), person);
        Api.as(schools.first(), "rector").delete(path).then().statusCode(204);
        Api.as(schools.first(), "rector")
                .get(PATH + "/" + person)
                .then()
                .statusCode(200)
                .body("full_name", equalTo("Nueva Persona"))
                .body("status", nullValue());
        find(Api.as(schools.first(), "rector"), "quetzal").body("total", equalTo(0));

        UUID former = schools.first().person("secretary");
        Api.as(schools.first(), "rector")
                .delete(membershipPath(schools.first().id(), former))
                .then()
                .statusCode(204);
        find(Api.as(schools.first(), "rector"), "ana secretary").body("items.id", contains(former.toString()));
    }
}
