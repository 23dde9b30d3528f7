package org.athena.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.athena.testing.Api;
import org.athena.testing.HeldRow;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Two superadmins change the same person at once, made to meet where all changes of platform flags queue. */
@QuarkusTest
@WithTestResource(Installation.class)
class PlatformFlagRaceTest {

    private static final String QUEUE = "select pg_advisory_xact_lock(hashtext('athena.set_superadmin'))";

    @Test
    void theFlagAloneAndTheFlagWithMoreDoNotWaitForEachOther() throws Exception {
        Schools schools = Schools.create();
        UUID teacher = schools.first().person("teacher");
        CompletableFuture<Response> flag;
        CompletableFuture<Response> more;
        try (HeldRow held = HeldRow.by(QUEUE)) {
            flag = change(schools, teacher, "{\"is_superadmin\":true}");
            held.awaitWaiting(1);
            more = change(schools, teacher, "{\"is_superadmin\":true,\"full_name\":\"Eva Ruiz\"}");
            held.awaitWaiting(2);
        }
        assertThat(flag.get().statusCode()).as(flag.get().asString()).isEqualTo(200);
        assertThat(more.get().statusCode()).as(more.get().asString()).isEqualTo(409);
        assertThat(more.get().<String>path("code")).isEqualTo("resource.conflict");
    }

    private static CompletableFuture<Response> change(Schools schools, UUID user, String patch) {
        return CompletableFuture.supplyAsync(
                () -> Api.asSuperadmin(schools, null).body(patch).patch("/api/v1/admin/users/" + user),
                work -> new Thread(work).start());
    }
}
