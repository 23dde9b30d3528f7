package org.athena.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;

import org.athena.testing.Schools;
import org.athena.testing.SupabaseProject;
import org.athena.testing.process.RunningService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that is to ask about sessions starts only where it can. */
class RevocationStartIT {

    @TempDir
    Path directory;

    private SupabaseProject project;

    @BeforeEach
    void start() throws Exception {
        project = SupabaseProject.start();
    }

    @AfterEach
    void stop() throws IOException {
        project.close();
    }

    @Test
    void withoutTheFunctionItRefuses() throws Exception {
        assertRefused("42883");
    }

    @Test
    void withoutTheRightItRefuses() throws Exception {
        project.runFile("revocation.sql");
        project.change("revoke execute on function athena.session_is_live(uuid, uuid) from athena_service");
        assertRefused("42501");
    }

    @Test
    void withBothItServes() throws Exception {
        project.runFile("revocation.sql");
        service("true").awaitReady().close();
    }

    /** It is off by default: a token is good until it expires, also when its session never was. */
    @Test
    void withTheSettingOffItNeedsNeither() throws Exception {
        Schools.School school;
        try (Connection superuser = project.superuser()) {
            school = Schools.create(superuser).first();
        }
        try (RunningService service = service("false").awaitReady()) {
            service.as(school, "rector").get("/api/v1/auth/me").then().statusCode(200);
        }
    }

    private void assertRefused(String state) throws Exception {
        try (RunningService service = service("true")) {
            int status = service.awaitEnd();
            assertThat(status).as(service.output()).isEqualTo(1);
            assertThat(service.output()).doesNotContain("Listening on");
            assertThat(service.lastError())
                    .startsWith("refusing to start: ATHENA_STRONG_REVOCATION: ")
                    .contains("SQL state " + state)
                    .contains("supabase/revocation.sql");
        }
    }

    private RunningService service(String setting) throws IOException {
        return RunningService.start(
                directory.resolve("log"),
                Map.of("DATABASE_URL", project.serviceUrl(), "ATHENA_STRONG_REVOCATION", setting));
    }
}
