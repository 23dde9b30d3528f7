package org.athena.user;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.athena.devmode.AuthStandIn;
import org.athena.testing.Api;
import org.athena.testing.AuthServer;
import org.athena.testing.DatabaseResource;
import org.athena.testing.Schools;
import org.athena.testing.SupabaseAdminResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@WithTestResource(DatabaseResource.class)
@WithTestResource(AuthServer.class)
@WithTestResource(SupabaseAdminResource.class)
class UserResourceTest {

    private static final String PATH = "/api/v1/admin/users";
    private static final String INVITATIONS = "/api/v1/auth/invitations";
    private static final String CREATE = "POST /auth/v1/admin/users";
    private static final String PASSWORD = "una-clave-larga";

    AuthStandIn supabase;

    private Schools schools;

    @BeforeEach
    void twoSchools() {
        schools = Schools.create();
    }

    private static String email() {
        return "nueva." + UUID.randomUUID() + "@example.org";
    }

    private static String person(String email, String role) {
        return """
                {"email":"%s","full_name":"Nueva Persona","roles":["%s"]}""".formatted(email, role);
    }

    private Response add(String email, String role) {
        return Api.as(schools.first(), "rector").body(person(email, role)).post(PATH);
    }

    private static UUID membership(UUID school, UUID user) {
        return UUID.fromString(Schools.text(
                "select id::text from athena.school_memberships where school_id = ? and user_id = ?", school, user));
    }

    private static String membershipPath(UUID school, UUID user) {
        return PATH + "/" + user + "/memberships/" + membership(school, user);
    }

    // ── Adding people ──────────────────────────────────────────────────────────────────────────────────────────────

    @Test
    void aNewPersonGetsAnAccountAndEntersAfterAcceptingTheInvitation() {
        String email = email();
        Response created = add(email, "teacher");
        UUID id = UUID.fromString(created.path("id"));
        created.then()
                .statusCode(201)
                .header("Location", PATH + "/" + id)
                .body("email", equalTo(email))
                .body("memberships.status", contains("invited"))
                .body("memberships.roles", contains(List.of("teacher")));
        assertThat(supabase.hasAccount(id)).isTrue();

        Api.as(id, null).get("/api/v1/schools/me").then().statusCode(403).body("code", equalTo("tenant.no_membership"));
        Response invitations = Api.as(id, null).get(INVITATIONS);
        invitations.then().statusCode(200).body("items.school_name", contains("Colegio Uno"));
        String invitation = invitations.path("items[0].id");
        Api.as(schools.second(), "teacher")
                .post(INVITATIONS + "/" + invitation + "/acceptance")
                .then()
                .statusCode(404);
        Api.as(id, null)
                .post(INVITATIONS + "/" + invitation + "/acceptance")
                .then()
                .statusCode(200)
                .body("status", equalTo("active"));
        Api.as(id, null)
                .post(INVITATIONS + "/" + invitation + "/acceptance")
                .then()
                .statusCode(404);
        Api.as(id, null).get("/api/v1/schools/me").then().statusCode(200);
        await().untilAsserted(() -> assertThat(supabase.appMetadata(id))
                .containsEntry("school_id", schools.first().id().toString())
                .containsEntry("roles", List.of("teacher")));
        assertThat(Schools.count("athena.audit_log where entity_type = 'users' and entity_id = ?", id.toString()))
                .isEqualTo(2);
    }

    @Test
    void anEMailThatHasAnAccountHereGetsTheSameAnswerAndKeepsItsProfile() {
        UUID elsewhere = schools.second().person("teacher");
        String email = Schools.text("select email from athena.users where id = ?", elsewhere);
        Response known = add(email.toUpperCase(java.util.Locale.ROOT), "teacher");
        Response unknown = add(email(), "teacher");
        known.then().statusCode(201).body("full_name", nullValue()).body("status", nullValue());
        assertThat(known.jsonPath().getMap("").keySet())
                .isEqualTo(unknown.jsonPath().getMap("").keySet());
        assertThat(Schools.text("select full_name from athena.users where id = ?", elsewhere))
                .isEqualTo("Ana teacher");
        Api.as(schools.first(), "rector")
                .get(PATH + "/" + elsewhere)
                .then()
                .statusCode(200)
                .body("full_name", nullValue())
                .body("memberships", hasSize(1));
    }

    @Test
    void theSameInvitationTwiceIsAConflictAndWithAKeyTheSameAnswer() {
        String email = email();
        String key = UUID.randomUUID().toString();
        Response first = Api.as(schools.first(), "rector")
                .header("Idempotency-Key", key)
                .body(person(email, "secretary"))
                .post(PATH);
        first.then().statusCode(201);
        Api.as(schools.first(), "rector")
                .header("Idempotency-Key", key)
                .body(person(email, "secretary"))
                .post(PATH)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first.path("id")));
        add(email, "secretary").then().statusCode(409).body("reason", equalTo("membership.already_there"));
    }

    @Test
    void aRepetitionIsAnsweredBeforeAnybodyIsAddedAgain() {
        String email = email();
        String key = UUID.randomUUID().toString();
        Response first = keyed(key, person(email, "secretary"));
        first.then().statusCode(201);
        Schools.change("update athena.users set email = ? where email = ?", email(), email);
        Response again = keyed(key, person(email, "secretary"));
        again.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(Schools.count("athena.users where email = ?", email)).isZero();
    }

    @Test
    void anotherBodyWithTheSameKeyIsRefusedBeforeAnybodyIsAdded() {
        String key = UUID.randomUUID().toString();
        keyed(key, person(email(), "secretary")).then().statusCode(201);
        String other = email();
        keyed(key, person(other, "secretary")).then().statusCode(422).body("code", equalTo("idempotency.key_reused"));
        assertThat(Schools.count("athena.users where email = ?", other)).isZero();
        assertThat(Schools.count("athena.audit_log where changes::text like ?", "%" + other + "%"))
                .isZero();
    }

    private Response keyed(String key, String body) {
        return Api.as(schools.first(), "rector")
                .header("Idempotency-Key", key)
                .body(body)
                .post(PATH);
    }

    @Test
    void whenSupabaseFailsNothingIsDoneAndTheNextAttemptSucceeds() {
        String email = email();
        supabase.fail(CREATE);
        add(email, "teacher")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("code", equalTo("server.unavailable"))
                .body("detail", not(containsString("500")));
        assertThat(Schools.count(
                        "athena.school_memberships m join athena.users u on u.id = m.user_id where u.email = ?", email))
                .isZero();
        assertThat(Schools.text("select status from athena.users where email = ?", email))
                .isEqualTo("pending");
        add(email, "teacher").then().statusCode(201);
        assertThat(Schools.text("select status from athena.users where email = ?", email))
                .isEqualTo("active");
    }

    @Test
    void anAccountWhoseAnswerWasLostIsFoundAgainByItsId() {
        String email = email();
        supabase.loseAnswerOf(CREATE);
        add(email, "teacher").then().statusCode(503);
        UUID id = UUID.fromString(Schools.text("select id::text from athena.users where email = ?", email));
        assertThat(supabase.hasAccount(id)).isTrue();
        add(email, "teacher").then().statusCode(201).body("id", equalTo(id.toString()));
    }

    @Test
    void aCrashBetweenTheAccountAndTheMembershipIsMendedByTheNextAttempt() {
        String email = email();
        UUID id = UUID.randomUUID();
        supabase.account(id, email, PASSWORD);
        Schools.change(
                "insert into athena.users (id, email, full_name, status) values (?, ?, 'Nueva Persona', 'active')",
                id,
                email);
        add(email, "teacher").then().statusCode(201).body("id", equalTo(id.toString()));
    }

    @Test
    void somebodysOwnAccountIsNeverTakenByItsEMail() {
        String email = email();
        UUID stranger = UUID.randomUUID();
        supabase.account(stranger, email, "the-strangers-password");
        add(email, "teacher").then().statusCode(409).body("reason", equalTo("user.account_exists"));
        assertThat(Schools.count("athena.users where email = ?", email)).isZero();

        String named = """
                {"id":"%s","email":"%s","full_name":"Con Cuenta","roles":["teacher"]}""";
        Api.as(schools.first(), "rector")
                .body(named.formatted(stranger, email()))
                .post(PATH)
                .then()
                .statusCode(400)
                .body("violations.field", contains("id"));
        Api.as(schools.first(), "rector")
                .body(named.formatted(UUID.randomUUID(), email))
                .post(PATH)
                .then()
                .statusCode(400)
                .body("violations.field", contains("id"));
        assertThat(Schools.count("athena.users where email = ?", email)).isZero();
        Api.as(schools.first(), "rector")
                .body(named.formatted(stranger, email))
                .post(PATH)
                .then()
                .statusCode(201)
                .body("id", equalTo(stranger.toString()));
    }

    @Test
    void twoRequestsForOneNewPersonMakeOneAccount() throws Exception {
        String email = email();
        supabase.meet(CREATE, new CyclicBarrier(2));
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<Response>> answers = both.invokeAll(List.<Callable<Response>>of(
                    () -> add(email, "teacher"),
                    () -> Api.as(schools.second(), "rector")
                            .body(person(email, "teacher"))
                            .post(PATH)));
            for (Future<Response> answer : answers) {
                answer.get().then().statusCode(201).body("memberships.status", contains("invited"));
            }
            UUID id = UUID.fromString(answers.get(0).get().path("id"));
            assertThat(answers.get(1).get().<String>path("id")).isEqualTo(id.toString());
            assertThat(supabase.hasAccount(id)).isTrue();
            assertThat(Schools.text("select status from athena.users where id = ?", id))
                    .isEqualTo("active");
        } finally {
            both.shutdown();
        }
    }

    @Test
    void aRowThatIsGivenUpWhileTheAccountIsMadeIsMadeAgain() {
        String email = email();
        supabase.meet(
                CREATE, new CyclicBarrier(1, () -> Schools.change("delete from athena.users where email = ?", email)));
        Response created = add(email, "teacher");
        created.then().statusCode(201);
        assertThat(supabase.hasAccount(UUID.fromString(created.path("id")))).isTrue();
        assertThat(Schools.text("select status from athena.users where email = ?", email))
                .isEqualTo("active");
    }

    @Test
    void anAccountThatCouldNotBeAskedForIsNamedAgainLater() {
        String email = email();
        UUID stranger = UUID.randomUUID();
        supabase.account(stranger, email, PASSWORD);
        supabase.fail("GET /auth/v1/admin/users/" + stranger);
        name(stranger, email()).then().statusCode(503);
        assertThat(Schools.count("athena.users where id = ?", stranger)).isZero();
        name(stranger, email).then().statusCode(201).body("id", equalTo(stranger.toString()));
    }

    @Test
    void aRowThatWaitsForAnAccountUnderAnotherIdGivesWayToTheNamedOne() {
        String email = email();
        UUID stranger = UUID.randomUUID();
        Schools.change(
                "insert into athena.users (id, email, full_name) values (?, ?, 'Nueva Persona')",
                UUID.randomUUID(),
                email);
        supabase.account(stranger, email, PASSWORD);
        name(stranger, email).then().statusCode(201).body("id", equalTo(stranger.toString()));
        assertThat(Schools.count("athena.users where email = ?", email)).isEqualTo(1);
    }

    /** They changed it at Supabase; what it was before is not for the school that invites them. */
    @Test
    void aPersonWhoHasAnotherEMailNowIsFoundByTheirAccount() {
        UUID elsewhere = schools.second().person("teacher");
        String before = Schools.text("select email from athena.users where id = ?", elsewhere);
        String now = email();
        supabase.account(elsewhere, now, PASSWORD);
        add(now, "teacher").then().statusCode(409).body("reason", equalTo("user.account_exists"));
        Response named = name(elsewhere, now);
        named.then().statusCode(201).body("id", equalTo(elsewhere.toString())).body("email", equalTo(now));
        assertThat(Schools.text("select email from athena.users where id = ?", elsewhere))
                .isEqualTo(now);
        assertThat(Api.as(schools.first(), "rector")
                        .get("/api/v1/compliance/audit-log?page_size=200")
                        .asString())
                .doesNotContain(before);
    }

    /** Also the log: a person who is new is made, and one who is not is only invited. */
    @Test
    void theAuditLogOfASchoolDoesNotTellWhetherThereWasAnAccount() {
        add(email(), "teacher").then().statusCode(201);
        Api.as(schools.first(), "rector")
                .queryParam("entity_type", "users")
                .get("/api/v1/compliance/audit-log")
                .then()
                .body("total", equalTo(0));
    }

    @Test
    void anEMailIsWrittenAsSupabaseWritesIt() {
        String email = email();
        add(email.toUpperCase(java.util.Locale.ROOT), "teacher")
                .then()
                .statusCode(201)
                .body("email", equalTo(email));
    }

    private Response name(UUID account, String email) {
        return Api.as(schools.first(), "rector")
                .body("""
                        {"id":"%s","email":"%s","full_name":"Con Cuenta","roles":["teacher"]}""".formatted(account, email))
                .post(PATH);
    }

    /** Who knew it could sign in as that person, and open what another school offers them. */
    @Test
    void nobodyChoosesAnotherPersonsPassword() {
        String email = email();
        Api.as(schools.first(), "rector")
                .body("""
                        {"email":"%s","full_name":"Nueva Persona","roles":["teacher"],"password":"%s"}""".formatted(email, PASSWORD))
                .post(PATH)
                .then()
                .statusCode(400)
                .body("code", equalTo("request.invalid"))
                .body("violations.field", contains("password"));
        assertThat(Schools.count("athena.users where email = ?", email)).isZero();
    }

    @Test
    void badFieldsAreNamedAndLeaveNoAccount() {
        String email = email();
        Api.as(schools.first(), "rector")
                .body("{\"email\":\"no\",\"full_name\":\"\",\"roles\":[]}")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("email"))
                .body("violations.field", hasItem("full_name"))
                .body("violations.field", hasItem("roles"));
        add(email, "wizard").then().statusCode(400).body("violations.field", contains("roles[0]"));
        assertThat(Schools.count("athena.users where email = ?", email)).isZero();
    }

    /** A space that is none to everybody is gone when the name is kept. */
    @ParameterizedTest
    @ValueSource(strings = {"\u2003", " \u3000 "})
    void aNameThatSaysNothingIsNamed(String name) {
        String email = email();
        Api.as(schools.first(), "rector")
                .body(person(email, "teacher").replace("Nueva Persona", name))
                .post(PATH)
                .then()
                .statusCode(400)
                .body("violations.field", contains("full_name"));
        assertThat(Schools.count("athena.users where email = ?", email)).isZero();
        Api.as(schools.first(), "rector")
                .body("{\"full_name\":\"" + name + "\"}")
                .patch(PATH + "/" + schools.first().person("teacher"))
                .then()
                .statusCode(400)
                .body("violations.field", contains("full_name"));
    }

    // ── Who sees whom ──────────────────────────────────────────────────────────────────────────────────────────────

    @Test
    void aSchoolListsItsOwnPeopleAndThePlatformEverybody() {
        Api.as(schools.first(), "rector")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("total", equalTo(6))
                .body(
                        "items.memberships.flatten().school_id",
                        everyItem(equalTo(schools.first().id().toString())));
        Api.as(schools.first(), "rector")
                .queryParam("q", "ana TEACHER")
                .get(PATH)
                .then()
                .body("items.id", contains(schools.first().person("teacher").toString()));
        Api.asSuperadmin(schools, null)
                .queryParam("q", schools.second().person("rector").toString())
                .get(PATH)
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].is_superadmin", equalTo(false));
        Api.as(schools.first(), "rector")
                .get(PATH + "/" + schools.second().person("rector"))
                .then()
                .statusCode(404);
        Api.as(schools.first(), "rector")
                .get(PATH + "/" + schools.second().person("rector") + "/memberships")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"coordinator", "secretary", "teacher", "student", "acudiente"})
    void onlyARectorManagesPeople(String role) {
        Api.as(schools.first(), role)
                .get(PATH)
                .then()
                .statusCode(403)
                .body("required_permissions", hasItem("manage:users"));
        Api.as(schools.first(), role)
                .body(person(email(), "teacher"))
                .post(PATH)
                .then()
                .statusCode(403);
        Api.as(schools.first(), role)
                .body("{\"roles\":[\"rector\"]}")
                .patch(membershipPath(schools.first().id(), schools.first().person(role)))
                .then()
                .statusCode(403);
    }

    // ── What a rector cannot do ────────────────────────────────────────────────────────────────────────────────────

    @Test
    void aRectorCannotMakeASuperadmin() {
        UUID teacher = schools.first().person("teacher");
        add(email(), "superadmin").then().statusCode(400).body("violations.field", contains("roles[0]"));
        Api.as(schools.first(), "rector")
                .body(
                        "{\"email\":\"a@example.org\",\"full_name\":\"A\",\"roles\":[\"teacher\"],\"is_superadmin\":true}")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("violations.field", contains("is_superadmin"));
        Api.as(schools.first(), "rector")
                .body("{\"is_superadmin\":true}")
                .patch(PATH + "/" + teacher)
                .then()
                .statusCode(403);
        Api.as(schools.first(), "rector")
                .body("{\"roles\":[\"teacher\",\"superadmin\"]}")
                .patch(membershipPath(schools.first().id(), teacher))
                .then()
                .statusCode(400);
        assertThat(Schools.count("athena.users where id = ? and is_superadmin", teacher))
                .isZero();
    }

    @Test
    void aRectorCannotChangeTheAccountOfSomebodyWhoAlsoBelongsToAnotherSchool() {
        UUID shared = schools.first().person("teacher");
        Schools.member(schools.second().id(), shared, "teacher");
        for (String change : List.of("{\"full_name\":\"Otro\"}", "{\"status\":\"inactive\"}")) {
            Api.as(schools.first(), "rector")
                    .body(change)
                    .patch(PATH + "/" + shared)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("auth.forbidden"));
        }
        Api.as(schools.first(), "rector")
                .body("{\"email\":\"otra@example.org\"}")
                .patch(PATH + "/" + shared)
                .then()
                .statusCode(403);
        Api.as(schools.first(), "rector")
                .body("{\"roles\":[\"coordinator\"]}")
                .patch(membershipPath(schools.first().id(), shared))
                .then()
                .statusCode(200);
        Api.as(schools.second(), "teacher").get("/api/v1/schools/me").then().statusCode(200);
    }

    @Test
    void aRectorCannotTouchAMembershipInAnotherSchool() {
        UUID shared = schools.first().person("teacher");
        Schools.member(schools.second().id(), shared, "teacher");
        String path = membershipPath(schools.second().id(), shared);
        Api.as(schools.first(), "rector").get(path).then().statusCode(404);
        Api.as(schools.first(), "rector")
                .body("{\"roles\":[\"rector\"]}")
                .patch(path)
                .then()
                .statusCode(404);
        Api.as(schools.first(), "rector").delete(path).then().statusCode(404);
        Api.as(schools.first(), "rector")
                .get(PATH + "/" + shared + "/memberships")
                .then()
                .body("items.school_id", contains(schools.first().id().toString()));
        assertThat(Schools.text(
                        "select status || roles::text from athena.school_memberships where id = ?",
                        membership(schools.second().id(), shared)))
                .isEqualTo("active{teacher}");
    }

    @Test
    void nobodyChangesTheAccountOfSomebodyWhoHasNotAcceptedYet() {
        UUID elsewhere = Schools.user("alone", "active");
        add(Schools.text("select email from athena.users where id = ?", elsewhere), "teacher")
                .then()
                .statusCode(201);
        Api.as(schools.first(), "rector")
                .body("{\"full_name\":\"Otro\"}")
                .patch(PATH + "/" + elsewhere)
                .then()
                .statusCode(403);
        Api.as(schools.first(), "rector")
                .body("{\"status\":\"active\"}")
                .patch(membershipPath(schools.first().id(), elsewhere))
                .then()
                .statusCode(409)
                .body("reason", equalTo("membership.invited"));
    }

    @Test
    void nobodyChangesTheirOwnMembershipOrAccount() {
        UUID rector = schools.first().person("rector");
        String path = membershipPath(schools.first().id(), rector);
        Api.as(schools.first(), "rector")
                .body("{\"roles\":[\"teacher\"]}")
                .patch(path)
                .then()
                .statusCode(403);
        Api.as(schools.first(), "rector").delete(path).then().statusCode(403);
        Api.as(schools.first(), "rector")
                .body("{\"status\":\"inactive\"}")
                .patch(PATH + "/" + rector)
                .then()
                .statusCode(403);
    }

    @Test
    void aSchoolKeepsAnActiveRector() {
        UUID rector = schools.first().person("rector");
        String path = membershipPath(schools.first().id(), rector);
        Api.asSuperadmin(schools, null)
                .body("{\"roles\":[\"teacher\"]}")
                .patch(path)
                .then()
                .statusCode(409)
                .body("reason", equalTo("membership.last_rector"));
        Api.asSuperadmin(schools, null).delete(path).then().statusCode(409);
        Api.asSuperadmin(schools, null)
                .body("{\"status\":\"inactive\"}")
                .patch(PATH + "/" + rector)
                .then()
                .statusCode(409);
        UUID second = Schools.user("rector", "active");
        Schools.member(schools.first().id(), second, "rector");
        Api.as(second, schools.first().id()).delete(path).then().statusCode(204);
        Api.as(rector, null).get("/api/v1/schools/me").then().statusCode(403);
        Api.asSuperadmin(schools, null)
                .delete(membershipPath(schools.first().id(), second))
                .then()
                .statusCode(409);
    }

    // ── The platform flag ──────────────────────────────────────────────────────────────────────────────────────────

    @Test
    void aSuperadminWithASecondFactorMakesAndUnmakesAnother() {
        UUID teacher = schools.first().person("teacher");
        Api.asSuperadmin(schools, null)
                .body("{\"is_superadmin\":true}")
                .patch(PATH + "/" + teacher)
                .then()
                .statusCode(200)
                .body("is_superadmin", equalTo(true));
        assertThat(Schools.count(
                        "athena.audit_log where entity_id = ? and actor_id = ? and changes ?? 'is_superadmin'",
                        teacher.toString(),
                        schools.superadmin()))
                .isEqualTo(1);
        Api.asSuperadmin(schools, null)
                .body("{\"is_superadmin\":false}")
                .patch(PATH + "/" + teacher)
                .then()
                .statusCode(200)
                .body("is_superadmin", equalTo(false));
        Api.asSuperadmin(schools, null)
                .body("{\"is_superadmin\":false}")
                .patch(PATH + "/" + schools.superadmin())
                .then()
                .statusCode(403);
    }

    // ── E-mails ────────────────────────────────────────────────────────────────────────────────────────────────────

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

    // ── What an invitation does not tell ───────────────────────────────────────────────────────────────────────────

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
                .header("ETag", "\"9\"")
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
                .body("full_name", nullValue())
                .body("status", nullValue());
        find(Api.as(schools.first(), "rector"), "quetzal").body("total", equalTo(0));

        UUID former = schools.first().person("secretary");
        Api.as(schools.first(), "rector")
                .delete(membershipPath(schools.first().id(), former))
                .then()
                .statusCode(204);
        find(Api.as(schools.first(), "rector"), "ana secretary").body("items.id", contains(former.toString()));
    }

    // ── Memberships ────────────────────────────────────────────────────────────────────────────────────────────────

    @Test
    void rolesChangeOnTheNextRequestAndStaleChangesAreRefused() {
        UUID secretary = schools.first().person("secretary");
        String path = membershipPath(schools.first().id(), secretary);
        String before =
                Api.as(schools.first(), "rector").get(PATH + "/" + secretary).header("ETag");
        Api.as(schools.first(), "secretary").get("/api/v1/students").then().statusCode(200);
        Api.as(schools.first(), "rector")
                .header("If-Match", "\"0\"")
                .body("{\"roles\":[\"student\"]}")
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("roles", contains("student"));
        Api.as(schools.first(), "rector")
                .header("If-None-Match", before)
                .get(PATH + "/" + secretary)
                .then()
                .statusCode(200)
                .body("memberships[0].roles", contains("student"));
        Api.as(schools.first(), "rector")
                .header("If-Match", before)
                .body("{\"full_name\":\"Somebody Else\"}")
                .patch(PATH + "/" + secretary)
                .then()
                .statusCode(412);
        Api.as(schools.first(), "secretary")
                .body("{}")
                .post("/api/v1/students")
                .then()
                .statusCode(403);
        Api.as(schools.first(), "rector")
                .header("If-Match", "\"0\"")
                .body("{\"roles\":[\"teacher\"]}")
                .patch(path)
                .then()
                .statusCode(412);
        Api.as(schools.first(), "rector").delete(path).then().statusCode(204);
        Api.as(schools.first(), "secretary")
                .get("/api/v1/students")
                .then()
                .statusCode(403)
                .body("code", equalTo("tenant.not_a_member"));
        Api.as(schools.first(), "rector")
                .body("{\"status\":\"invited\"}")
                .patch(path)
                .then()
                .statusCode(200);
        Api.as(secretary, null)
                .post(INVITATIONS + "/" + membership(schools.first().id(), secretary) + "/acceptance")
                .then()
                .statusCode(200);
        Api.as(schools.first(), "secretary").get("/api/v1/schools/me").then().statusCode(200);
    }

    @Test
    void switchingOffAndOnAgainDoesNotAcceptAnInvitationForSomebody() {
        UUID stranger = Schools.user("alone", "active");
        add(Schools.text("select email from athena.users where id = ?", stranger), "teacher")
                .then()
                .statusCode(201);
        String path = membershipPath(schools.first().id(), stranger);
        Api.as(schools.first(), "rector").delete(path).then().statusCode(204);
        Api.as(schools.first(), "rector")
                .body("{\"status\":\"active\"}")
                .patch(path)
                .then()
                .statusCode(409)
                .body("reason", equalTo("membership.invited"));
        Api.as(schools.first(), "rector")
                .body("{\"full_name\":\"Otro\"}")
                .patch(PATH + "/" + stranger)
                .then()
                .statusCode(403);
        Api.as(stranger, schools.first().id()).get("/api/v1/schools/me").then().statusCode(403);
    }

    @Test
    void twoRectorsWhoEndEachOtherAtOnceLeaveOne() throws Exception {
        UUID first = schools.first().person("rector");
        UUID second = Schools.user("rector", "active");
        UUID school = schools.first().id();
        Schools.member(school, second, "rector");
        String firstPath = membershipPath(school, first);
        String secondPath = membershipPath(school, second);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (Future<Integer> ended : both.invokeAll(List.<Callable<Integer>>of(
                    () -> Api.as(first, school).delete(secondPath).statusCode(),
                    () -> Api.as(second, school).delete(firstPath).statusCode()))) {
                assertThat(ended.get()).isIn(204, 403, 409);
            }
        } finally {
            both.shutdown();
        }
        assertThat(Schools.count(
                        "athena.school_memberships where school_id = ? and status = 'active' and 'rector' = any(roles)",
                        school))
                .isEqualTo(1);
    }

    /** Whoever waits for a lock decides by what the other one left behind, not by what was there before. */
    @Test
    void aRectorWhoIsSwitchedOffMeanwhileIsNoRectorThatStays() throws Exception {
        UUID first = schools.first().person("rector");
        UUID second = Schools.user("rector", "active");
        UUID school = schools.first().id();
        Schools.member(school, second, "rector");
        String secondPath = membershipPath(school, second);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try (Connection holder = DatabaseResource.owner()) {
            holder.setAutoCommit(false);
            lockMembers(holder, school);
            Future<Integer> off = both.submit(() -> Api.as(second, school)
                    .body("{\"status\":\"inactive\"}")
                    .patch(PATH + "/" + first)
                    .statusCode());
            await().until(() -> waiting() == 1);
            Future<Integer> ended =
                    both.submit(() -> Api.as(first, school).delete(secondPath).statusCode());
            await().until(() -> waiting() == 2);
            holder.commit();
            assertThat(off.get()).isEqualTo(200);
            assertThat(ended.get()).isEqualTo(409);
        } finally {
            both.shutdown();
        }
        assertThat(Schools.count(
                        "athena.school_memberships m join athena.users u on u.id = m.user_id"
                                + " where m.school_id = ? and m.status = 'active' and u.status = 'active'"
                                + " and 'rector' = any(m.roles)",
                        school))
                .isEqualTo(1);
    }

    private static void lockMembers(Connection holder, UUID school) throws SQLException {
        try (PreparedStatement lock =
                holder.prepareStatement("select id from athena.school_memberships where school_id = ? for update")) {
            lock.setObject(1, school);
            lock.execute();
        }
    }

    private static int waiting() {
        return Schools.count("pg_stat_activity where wait_event_type = 'Lock'");
    }

    @Test
    void twoSuperadminsWhoUnmakeEachOtherAtOnceLeaveOne() throws Exception {
        UUID first = schools.superadmin();
        UUID second = Schools.create().superadmin();
        String body = "{\"is_superadmin\":false}";
        ExecutorService both = Executors.newFixedThreadPool(2);
        try (Connection holder = DatabaseResource.owner()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("select pg_advisory_xact_lock(hashtext('athena.set_superadmin'))");
            List<Future<Response>> answers = List.of(
                    both.submit(() -> superadmin(first).body(body).patch(PATH + "/" + second)),
                    both.submit(() -> superadmin(second).body(body).patch(PATH + "/" + first)));
            await().until(() -> waiting() == 2);
            holder.commit();
            assertThat(List.of(
                            answers.get(0).get().statusCode(),
                            answers.get(1).get().statusCode()))
                    .containsExactlyInAnyOrder(200, 403);
        } finally {
            both.shutdown();
        }
        assertThat(Schools.count("athena.users where id in (?, ?) and is_superadmin", first, second))
                .isEqualTo(1);
    }

    private static RequestSpecification superadmin(UUID user) {
        return given().header(
                        "Authorization", "Bearer " + AuthServer.hs256().of(user, claims -> claims.put("aal", "aal2")))
                .contentType("application/json");
    }

    @Test
    void aSuperadminDoesNotAddThemselves() {
        String email = Schools.text("select email from athena.users where id = ?", schools.superadmin());
        Api.asSuperadmin(schools, schools.first().id())
                .body(person(email, "rector"))
                .post(PATH)
                .then()
                .statusCode(403);
        assertThat(Schools.count("athena.school_memberships where user_id = ?", schools.superadmin()))
                .isZero();
    }

    @Test
    void thePlatformMakesAPersonAMemberOfASchool() {
        UUID teacher = schools.second().person("teacher");
        String path = PATH + "/" + teacher + "/memberships";
        Response created = Api.asSuperadmin(schools, schools.first().id())
                .body("{\"roles\":[\"rector\"]}")
                .post(path);
        created.then().statusCode(201).body("status", equalTo("invited"));
        Api.asSuperadmin(schools, null)
                .get(path)
                .then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("items", hasSize(2));
        Api.asSuperadmin(schools, schools.first().id())
                .body("{\"roles\":[\"rector\"]}")
                .post(path)
                .then()
                .statusCode(409)
                .body("reason", equalTo("membership.already_there"));
        Api.as(schools.first(), "rector")
                .body("{\"roles\":[\"teacher\"]}")
                .post(PATH + "/" + schools.second().person("student") + "/memberships")
                .then()
                .statusCode(404);
    }
}
