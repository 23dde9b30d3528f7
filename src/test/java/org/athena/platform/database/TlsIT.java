package org.athena.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.athena.testing.DatabaseResource;
import org.athena.testing.PrivateCa;
import org.athena.testing.TlsDatabase;
import org.athena.testing.process.RunningService;
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
        try (RunningService service =
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
        assertRefused(database.serviceUrl("localhost", verified(other)), "the server's certificate is not trusted");
    }

    @Test
    void anotherNameThanTheCertificates() throws Exception {
        assertRefused(database.serviceUrl("127.0.0.1", verified(authority)), "names another host");
    }

    @Test
    void aServerWithoutTls() throws Exception {
        assertRefused(
                DatabaseResource.serviceUrl().replace("127.0.0.1", "localhost") + verified(authority),
                "the server does not offer TLS");
    }

    /** As Supabase has it where TLS is enforced: nobody comes in without, whatever the service would do. */
    @Test
    void aServerThatWantsTls() throws Exception {
        assertRefused(
                database.serviceUrl("localhost", "?sslmode=disable"), "the server wants TLS (sslmode=verify-full)");
    }

    @Test
    void anAuthorityWhoseFileIsNotThere() throws Exception {
        assertRefused(
                database.serviceUrl("localhost", "?sslmode=verify-full&sslrootcert=" + directory + "/none.crt"),
                "the file that sslrootcert names cannot be read");
    }

    @Test
    void anotherPasswordIsNoFaultOfTls() throws Exception {
        String refused = assertRefused(
                database.serviceUrl("localhost", verified(authority)).replace(":a-word@", ":a-wordy@"),
                "(SQL state 28P01): the password is wrong or missing");
        assertThat(refused).doesNotContain("TLS").doesNotContain("certificate");
    }

    private static String verified(PrivateCa by) {
        return "?sslmode=verify-full&sslrootcert=" + by.certificate();
    }

    /** Gives the line that says why. */
    private static String assertRefused(String url, String fault) throws IOException, InterruptedException {
        try (RunningService service = start(url)) {
            int status = service.awaitEnd();
            assertThat(status).as(service.output()).isEqualTo(1);
            assertThat(service.output()).doesNotContain("a-word").doesNotContain("Listening on");
            String refusal = service.lastError();
            assertThat(refusal).startsWith("refusing to start: DATABASE_URL: ").contains(fault);
            // What an operator reads here they can look up.
            Matcher reason = Pattern.compile("\\(SQL state \\w+\\): (.+)").matcher(refusal);
            if (reason.find()) {
                assertThat(Files.readString(Path.of("docs/operations/network.md")))
                        .contains("`" + reason.group(1) + "`");
            }
            return refusal;
        }
    }

    private static RunningService start(String url) throws IOException {
        return RunningService.start(directory.resolve("log"), Map.of("DATABASE_URL", url));
    }
}
