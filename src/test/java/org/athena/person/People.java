package org.athena.person;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.UUID;

import org.athena.devmode.AuthStandIn;
import org.athena.devmode.Mail;
import org.athena.testing.Api;
import org.athena.testing.AuthServer;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.junit.jupiter.api.BeforeEach;

import io.quarkus.test.common.WithTestResource;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** What the tests of people share: two schools, a stand-in for Supabase, and the way to add somebody. */
@WithTestResource(Installation.class)
abstract class People {

    static final String PATH = "/api/v1/admin/users";
    static final String INVITATIONS = "/api/v1/auth/invitations";
    static final String CREATE = "POST /auth/v1/admin/users";
    static final String PASSWORD = "una-clave-larga";

    AuthStandIn supabase;

    Schools schools;

    @BeforeEach
    void twoSchools() {
        schools = Schools.create();
    }

    static String email() {
        return "nueva." + UUID.randomUUID() + "@example.org";
    }

    static String person(String email, String role) {
        return """
                {"email":"%s","full_name":"Nueva Persona","roles":["%s"]}""".formatted(email, role);
    }

    Response add(String email, String role) {
        return Api.as(schools.first(), "rector").body(person(email, role)).post(PATH);
    }

    static UUID membership(UUID school, UUID user) {
        return UUID.fromString(Schools.text(
                "select id::text from athena.school_memberships where school_id = ? and user_id = ?", school, user));
    }

    static String membershipPath(UUID school, UUID user) {
        return PATH + "/" + user + "/memberships/" + membership(school, user);
    }

    static RequestSpecification superadmin(UUID user) {
        return given().header(
                        "Authorization", "Bearer " + AuthServer.hs256().of(user, claims -> claims.put("aal", "aal2")))
                .contentType("application/json");
    }

    /** The mails to the e-mail, the newest first. */
    List<Mail> mails(String email) {
        return supabase.mails().stream()
                .filter(mail -> mail.to().equalsIgnoreCase(email))
                .toList();
    }

    /** The secret in the newest mail to the e-mail. */
    String secret(String email) {
        return mails(email).get(0).redirectTo().replaceFirst(".*\\?secret=", "");
    }

    /** Somebody with that account, whose e-mail is this one, presents the secret. */
    static Response present(UUID account, String email, String secret) {
        return given().header(
                        "Authorization",
                        "Bearer " + AuthServer.hs256().of(account, claims -> claims.put("email", email)))
                .contentType("application/json")
                .body("{\"secret\":\"" + secret + "\"}")
                .post(INVITATIONS + "/acceptance");
    }

    static String email(UUID person) {
        return Schools.text("select email from athena.users where id = ?", person);
    }

    static UUID person(String email) {
        return UUID.fromString(Schools.text("select id::text from athena.users where email = ?", email));
    }
}
