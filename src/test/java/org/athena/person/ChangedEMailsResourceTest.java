package org.athena.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.Locale;
import java.util.UUID;

import org.athena.testing.Api;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Whoever invites guardians sees which e-mails somebody has changed, and invites the list that they have seen. */
@QuarkusTest
class ChangedEMailsResourceTest extends SectionGuardians {

    private static String email(String email) {
        return "{\"email\":\"" + email + "\"}";
    }

    private Response send(String hash) {
        return invite(false, "\"list_hash\":\"" + hash + "\"");
    }

    @Test
    void anEMailThatWasChangedIsListedWithWhoChangedIt() {
        String before = email();
        String mine = email();
        UUID guardian = guardian(before, child);
        guardian(email(), child);
        invite(true).then().statusCode(200).body("invited", equalTo(2)).body("changed_emails", empty());
        correct(guardian, email(mine));
        correct(guardian, "{\"phone\":\"301 123 4567\",\"email\":\"" + mine.toUpperCase(Locale.ROOT) + "\"}");
        for (boolean dry : new boolean[] {true, false}) {
            invite(dry)
                    .then()
                    .statusCode(200)
                    .body("changed_emails", hasSize(1))
                    .body("changed_emails[0].guardian_id", equalTo(guardian.toString()))
                    .body("changed_emails[0].full_name", equalTo("Eva Ruiz"))
                    .body("changed_emails[0].children", contains("Ana Ruiz"))
                    .body("changed_emails[0].email", equalTo(mine))
                    .body("changed_emails[0].email_before", equalTo(before))
                    .body(
                            "changed_emails[0].changed_by",
                            equalTo(schools.first().person("secretary").toString()))
                    .body("changed_emails[0].changed_by_name", equalTo("Ana secretary"))
                    .body("changed_emails[0].changed_at", notNullValue());
        }
        // They have their invitation, so there is nothing to look at any more.
        invite(true).then().body("changed_emails", empty());
    }

    @Test
    void soIsOneThatWasFilledInAndOneOfAMember() {
        UUID filled = guardian(null, child);
        UUID teacher = schools.first().person("teacher");
        UUID claimed = guardian(email(), child);
        correct(filled, email(email()));
        correct(claimed, email(email(teacher)));
        invite(true)
                .then()
                .body("changed_emails.guardian_id", contains(claimed.toString(), filled.toString()))
                .body("changed_emails[0].email", equalTo(email(teacher)))
                .body("changed_emails[1].email_before", nullValue())
                .body("members[0].asked", equalTo(false));
    }

    @Test
    void whoeverInvitesKnowsTheirOwnChangesAndNobodySeesThoseOfAnotherSchool() {
        UUID guardian = guardian(email(), child);
        correct(guardian, email(email()));
        Api.as(schools.first(), "rector")
                .body(email(email()))
                .patch("/api/v1/guardians/" + guardian)
                .then()
                .statusCode(200);
        invite(true).then().body("invited", equalTo(1)).body("changed_emails", empty());
        Schools.change(
                "update athena.audit_log set actor_id = ?, school_id = ? where entity_id = ?",
                schools.second().person("secretary"),
                schools.second().id(),
                guardian.toString());
        invite(true).then().body("changed_emails", empty());
    }

    @Test
    void onlyTheListThatWasSeenIsInvited() {
        UUID guardian = guardian(email(), child);
        String seen = invite(true).path("list_hash");
        String mine = email();
        correct(guardian, email(mine));
        send(seen)
                .then()
                .statusCode(409)
                .body("reason", equalTo("invitation.list_changed"))
                .body("violations.field", contains("list_hash"));
        assertThat(Schools.count("athena.users where email = ?", mine)).isZero();

        String next = invite(true).path("list_hash");
        assertThat(next).isNotEqualTo(seen);
        guardian(null, child);
        correct(guardian, "{\"phone\":\"301 123 4567\"}");
        send(next).then().statusCode(200).body("invited", equalTo(1)).body("list_hash", equalTo(next));
        send(next).then().statusCode(409);
    }

    /** The members to confirm are chosen after the dry run. */
    @Test
    void theListIsTheSameWhoeverIsConfirmed() {
        UUID teacher = schools.first().person("teacher");
        guardian(email(teacher), child);
        String seen = invite(true).path("list_hash");
        invite(false, "\"list_hash\":\"%s\",\"confirmed_members\":[\"%s\"]".formatted(seen, teacher))
                .then()
                .statusCode(200)
                .body("asked_members", equalTo(1));
    }
}
