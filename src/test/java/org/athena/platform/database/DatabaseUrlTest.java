package org.athena.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://", "postgres://", "postgresql+asyncpg://", "jdbc:postgresql://"})
    void everyKnownSchemeIsRead(String scheme) {
        DatabaseUrl url = DatabaseUrl.parse("DATABASE_URL", scheme + "ana:s%40fe%2Bword%20@db.example.org:5433/school");
        assertThat(url.host()).isEqualTo("db.example.org");
        assertThat(url.port()).isEqualTo(5433);
        assertThat(url.database()).isEqualTo("school");
        assertThat(url.user()).isEqualTo("ana");
        assertThat(url.password()).isEqualTo("s@fe+word ");
        assertThat(url.jdbcUrl())
                .isEqualTo("jdbc:postgresql://db.example.org:5433/school"
                        + "?ApplicationName=athena-api&connectTimeout=4&logServerErrorDetail=false");
    }

    @ParameterizedTest
    @CsvSource({"ssl=true, require", "ssl=require, require", "ssl=false, disable", "sslmode=verify-full, verify-full"})
    void sslBecomesSslmode(String given, String mode) {
        assertThat(DatabaseUrl.parse("DATABASE_URL", "postgres://a:b@h/d?" + given)
                        .options())
                .containsEntry("sslmode", mode)
                .doesNotContainKey("ssl");
    }

    @Test
    void pgbouncerIsDropped() {
        assertThat(DatabaseUrl.parse("DATABASE_URL", "postgres://a:b@h:6543/d?pgbouncer=true&prepareThreshold=0")
                        .options())
                .containsEntry("prepareThreshold", "0")
                .doesNotContainKey("pgbouncer");
    }

    @Test
    void theJdbcFormMayNameUserAndPasswordAsOptions() {
        DatabaseUrl url = DatabaseUrl.parse("DATABASE_URL", "jdbc:postgresql://h/d?user=a.ref&password=p%26q");
        assertThat(url.user()).isEqualTo("a.ref");
        assertThat(url.password()).isEqualTo("p&q");
        assertThat(url.options()).doesNotContainKeys("user", "password");
    }

    @Test
    void behindThePoolerTheRoleIsTheUserWithoutTheReference() {
        assertThat(DatabaseUrl.parse("X", "postgres://svc.abcdef:p@aws-0-x.pooler.supabase.com/postgres")
                        .role())
                .isEqualTo("svc");
        assertThat(DatabaseUrl.parse("X", "postgres://svc.abc:p@db.example.org/postgres")
                        .role())
                .isEqualTo("svc.abc");
    }

    @Test
    void anIpv6HostKeepsItsBrackets() {
        assertThat(DatabaseUrl.parse("X", "postgres://a:b@[2001:db8::1]:5432/d").jdbcUrl())
                .startsWith("jdbc:postgresql://[2001:db8::1]:5432/d?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://ana:geheim@h/d",
                "postgres://ana:geheim@/d",
                "postgres://:geheim@h/d",
                "postgres://ana:geheim@h",
                "postgres://ana:geheim@h/d?loggerLevel=TRACE",
                "postgres://ana:geheim%zz@h/d",
                "postgres://ana:geheim with space@h/d",
                "postgres://ana:geheim@h/d?ssl=perhaps",
                "postgres://ana:12?geheim@h/d",
                "postgres://ana:12?geheim&x@h/d",
                "postgres://ana:1@2?geheim&x@h/d"
            })
    void whatCannotBeUsedIsRefusedByVariableWithoutThePassword(String value) {
        assertThatThrownBy(() -> DatabaseUrl.parse("DATABASE_URL", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("DATABASE_URL")
                .satisfies(e -> assertThat(e + " " + e.getCause()).doesNotContain("geheim"));
    }

    @Test
    void anUnknownOptionIsNamed() {
        assertThatThrownBy(() -> DatabaseUrl.parse("DATABASE_URL", "postgres://a:b@h/d?loggerLevel=TRACE"))
                .hasMessage("DATABASE_URL has the unknown option loggerLevel");
    }

    @Test
    void thePasswordIsNotPrinted() {
        assertThat(DatabaseUrl.parse("X", "postgres://ana:geheim@h/d")).hasToString("DatabaseUrl[ana@h:5432/d]");
    }

    /** A name may begin like an address of this machine. */
    @ParameterizedTest
    @CsvSource({
        "localhost, true",
        "LOCALHOST, true",
        "127.0.0.1, true",
        "127.8.8.8, true",
        "[::1], true",
        "127.example.org, false",
        "127.0.0.1.example.org, false",
        "localhost.example.org, false",
        "[::2], false",
        "10.0.0.1, false"
    })
    void onlyThisMachineIsLocal(String host, boolean local) {
        assertThat(DatabaseUrl.parse("X", "postgres://a:b@" + host + "/d").local())
                .isEqualTo(local);
    }
}
