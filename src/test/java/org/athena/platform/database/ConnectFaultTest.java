package org.athena.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** Why a real server, or none, does not answer. */
class ConnectFaultTest {

    private static final String ASKED = "DATABASE_URL: the database cannot be asked (SQL state ";
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    create database full_one connection limit 0; create database closed allow_connections false;
                    create role visitor login password 'geheim'; create role guest; create role shy login;
                    revoke connect on database postgres from public""");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void nobodyThere() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThat(fault("postgres://visitor:geheim@127.0.0.1:" + port + "/postgres"))
                .isEqualTo(ASKED + "08001): nobody answers at the host and port of the address");
    }

    /** RFC 6761: .invalid never resolves. */
    @Test
    void noSuchHost() {
        assertThat(fault("postgres://visitor:geheim@db.invalid/postgres"))
                .isEqualTo(ASKED + "08001): the host of the address is not known");
    }

    @Test
    void noSuchDatabase() {
        assertThat(server("visitor:geheim", "elsewhere")).isEqualTo(ASKED + "3D000): the server has no such database");
    }

    @Test
    void noRight() {
        assertThat(server("visitor:geheim", "postgres"))
                .isEqualTo(ASKED + "42501): the role lacks a right that migrate gives it");
    }

    @Test
    void noConnectionLeft() {
        assertThat(server("visitor:geheim", "full_one")).isEqualTo(ASKED + "53300): the server has no connection left");
    }

    @Test
    void aRoleThatMayNotLogIn() {
        assertThat(server("guest:geheim", "template1")).startsWith(ASKED + "28000): ");
        assertThat(ConnectFault.of("DATABASE_URL", new SQLException("…", "28000"), true))
                .isEqualTo(ASKED + "28000): the server does not let this role in");
    }

    @Test
    void aWrongPassword() {
        assertThat(ConnectFault.of("DATABASE_URL", new SQLException("…", "28P01"), true))
                .isEqualTo(ASKED + "28P01): the password is wrong or missing");
    }

    /** Its state says nothing. */
    @Test
    void aPoolerThatDoesNotKnowTheUser() {
        assertThat(ConnectFault.of("DATABASE_URL", new SQLException("FATAL: Tenant or user not found", "XX000"), true))
                .isEqualTo(ASKED + "XX000): the pooler does not know the user or the project: the user must be"
                        + " <role>.<ref>");
    }

    @Test
    void whatHasNoStateWasWaitedForInVain() {
        assertThat(ConnectFault.of("DATABASE_URL", new SQLException("Sorry, acquisition timeout!"), true))
                .isEqualTo("DATABASE_URL: the database cannot be asked (no SQL state): nobody answered in time");
        assertThat(ConnectFault.of("DATABASE_URL", new SQLException("…", new SQLException("…", "08006")), true))
                .isEqualTo(ASKED + "08006): the connection broke off");
    }

    @Test
    void anUnknownStateStandsAlone() {
        assertThat(ConnectFault.of("DATABASE_URL", new SQLException("geheim", "99999"), true))
                .isEqualTo(ASKED + "99999)");
    }

    /** What an operator reads they can look up. */
    @Test
    void thePageExplainsEverySentence() throws IOException {
        String page = Files.readString(Path.of("docs/operations/network.md"));
        for (String state : List.of("08001", "08006", "28P01", "28000", "3D000", "42501", "53300", "57P03")) {
            assertExplained(page, new SQLException("…", state));
        }
        assertExplained(page, new SQLException("Tenant or user not found", "XX000"));
        assertExplained(page, new SQLException("…"));
        assertExplained(page, new SQLException("…", "08001", new UnknownHostException("db")));
    }

    private static void assertExplained(String page, SQLException failure) {
        String sentence = ConnectFault.of("DATABASE_URL", failure, true).replaceAll("^.*?\\): ", "");
        assertThat(sentence).isNotBlank();
        assertThat(page).contains("| `" + sentence + "` |");
    }

    private static String server(String user, String database) {
        return fault("postgres://" + user + "@127.0.0.1:" + postgres.getPort() + "/" + database);
    }

    private static String fault(String address) {
        DatabaseUrl url = DatabaseUrl.parse("URL", address);
        try (Connection connection = DriverManager.getConnection(url.jdbcUrl(), url.user(), url.password())) {
            return "connected: " + connection.getCatalog();
        } catch (SQLException e) {
            return ConnectFault.of("DATABASE_URL", e, false);
        }
    }
}
