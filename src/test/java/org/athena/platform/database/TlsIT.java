package org.athena.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.athena.testing.DatabaseResource;
import org.athena.testing.PackagedJar;
import org.athena.testing.PrivateCa;
import org.athena.testing.ServiceProcess;
import org.athena.testing.TlsDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built service and a PostgreSQL whose certificate a private authority signed for the name {@code localhost}. */
class TlsIT {

    @TempDir
    static Path directory;

    private static PrivateCa authority;
    private static TlsDatabase database;

    @BeforeAll
    static void start() throws Exception {
        authority = PrivateCa.create(directory, "authority");
        database = TlsDatabase.start(authority.issue("localhost"));
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @Test
    void theRightAuthorityAndNameServeAndEverythingIsEncrypted() throws Exception {
        try (ServiceProcess service =
                start(database.serviceUrl("localhost", verified(authority))).awaitReady()) {
            assertThat(database.ask("select coalesce(bool_and(s.ssl), false) from pg_stat_ssl s"
                            + " join pg_stat_activity a using (pid) where a.usename = 'athena_service'"))
                    .as(service.output())
                    .isEqualTo("t");
        }
    }

    @Test
    void anotherAuthority() throws Exception {
        PrivateCa other = PrivateCa.create(directory, "other");
        assertRefused(database.serviceUrl("localhost", verified(other)));
    }

    @Test
    void anotherNameThanTheCertificates() throws Exception {
        assertRefused(database.serviceUrl("127.0.0.1", verified(authority)));
    }

    @Test
    void aServerWithoutTls() throws Exception {
        assertRefused(DatabaseResource.serviceUrl().replace("127.0.0.1", "localhost") + verified(authority));
    }

    @Test
    void anAuthorityWhoseFileIsNotThere() throws Exception {
        assertRefused(database.serviceUrl("localhost", "?sslmode=verify-full&sslrootcert=" + directory + "/none.crt"));
    }

    private static String verified(PrivateCa by) {
        return "?sslmode=verify-full&sslrootcert=" + by.certificate();
    }

    private static void assertRefused(String url) throws IOException, InterruptedException {
        try (ServiceProcess service = start(url)) {
            int status = service.awaitEnd();
            // Not every toolchain of native executables hands a failure's code on.
            assertThat(PackagedJar.isNative() && status != 0 ? 1 : status)
                    .as(service.output())
                    .isEqualTo(1);
            assertThat(service.output())
                    .contains("refusing to start: DATABASE_URL: ")
                    .doesNotContain("a-word")
                    .doesNotContain("Listening on");
        }
    }

    private static ServiceProcess start(String url) throws IOException {
        return ServiceProcess.start(directory.resolve("log"), Map.of("DATABASE_URL", url));
    }
}
