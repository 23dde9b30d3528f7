package org.athena.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import org.athena.testing.DatabaseResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrateCommandTest {

    private static final String SERVICE = "postgres://svc:secret-s@db.invalid/d?sslmode=require";

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"", "?sslmode=disable", "?sslmode=prefer", "?sslmode=allow"})
    void theOwnersPasswordDoesNotCrossTheNetworkInTheClear(String options) {
        assertThat(run("postgres://owner:secret-o@db.invalid/d" + options, "")).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("MIGRATION_DATABASE_URL: a remote database needs sslmode=verify-full")
                .doesNotContain("secret");
    }

    /** It goes on to a host that is not there (RFC 6761). */
    @Test
    void goingWithoutTlsMustBeSaid() {
        assertThat(run("postgres://owner:secret-o@db.invalid/d", "off")).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("migrating DatabaseUrl[owner@db.invalid:5432/d] for the role svc")
                .doesNotContain("sslmode")
                .doesNotContain("secret");
    }

    @Test
    void aMissingVariableIsNamed() {
        assertThat(run("", "")).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("MIGRATION_DATABASE_URL is not set");
    }

    @Test
    void theLastLineSaysWhyTheOwnersDatabaseCannotBeAsked() {
        assertThat(run("postgres://owner:secret-o@db.invalid/d", "off")).isEqualTo(1);
        assertThat(lastLine())
                .isEqualTo(
                        "migrate failed: MIGRATION_DATABASE_URL: the database cannot be asked (SQL state 08001): the host of"
                                + " the address is not known");
        assertThat(run("postgres://owner:secret-o@127.0.0.1:1/d", "off")).isEqualTo(1);
        assertThat(lastLine())
                .isEqualTo(
                        "migrate failed: MIGRATION_DATABASE_URL: the database cannot be asked (SQL state 08001): nobody"
                                + " answers at the host and port of the address");
        assertThat(said.toString(StandardCharsets.UTF_8))
                .doesNotContain("secret")
                .doesNotContain("Exception");
    }

    @Test
    void aPasswordThatIsWrongIsSaid() {
        assertThat(run(DatabaseResource.serviceUrl().replaceFirst(":[^:@]*@", ":secret-o@"), ""))
                .isEqualTo(1);
        assertThat(lastLine())
                .isEqualTo("migrate failed: MIGRATION_DATABASE_URL: the database cannot be asked (SQL state 28P01): the"
                        + " password is wrong or missing");
        assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("secret");
    }

    @Test
    void aSettingThatIsMisspeltIsNotPassedOver() {
        assertThat(run("postgres://owner:secret-o@127.0.0.1:1/d", "OFF")).isEqualTo(1);
        assertThat(lastLine()).isEqualTo("migrate failed: ATHENA_DATABASE_TLS must be off or on");
    }

    private String lastLine() {
        return said.toString(StandardCharsets.UTF_8)
                .lines()
                .reduce((first, second) -> second)
                .orElse("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "now",
                "--partitions-ahead",
                "--partitions-ahead 0",
                "--partitions-ahead 11",
                "--partitions-ahead x"
            })
    void yearsAheadAreANumber(String arguments) {
        assertThat(command("", "").run(arguments.split(" "))).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("usage: ");
    }

    /** What is being written, or will be, is not taken away. */
    @ParameterizedTest
    @ValueSource(strings = {"", "default", "9999", "-2020", "20", "2020 2021"})
    void onlyAYearThatIsOverIsDetached(String arguments) {
        assertThat(command("", "").detach(arguments.split(" "))).isEqualTo(2);
        assertThat(command("", "").detach(Year.now(ZoneOffset.UTC).toString())).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("usage: ");
    }

    private int run(String owner, String tls) {
        return command(owner, tls).run();
    }

    private MigrateCommand command(String owner, String tls) {
        Map<String, String> environment = new HashMap<>(Map.of("DATABASE_URL", SERVICE, "ATHENA_DATABASE_TLS", tls));
        environment.put("MIGRATION_DATABASE_URL", owner);
        PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new MigrateCommand(environment, print, print);
    }
}
