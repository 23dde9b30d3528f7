package org.athena.devmode;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.athena.platform.database.DatabaseUrl;
import org.athena.platform.migration.Migration;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.ConfigSourceProvider;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * Gives {@code quarkus:dev} a database and a stand-in for Supabase Auth, unless the environment names real ones. Quarkus asks
 * this class before it reads the settings. The addresses of what was started are kept in system properties, where the next live
 * reload finds them.
 */
public class DevServices implements ConfigSourceProvider {

    /** Set by the dev goal alone, so that a test or a packaged service never starts any of this. */
    static final String SWITCH = "athena.devmode";

    private static final String DATABASE_URL = "DATABASE_URL";
    private static final String SUPABASE_URL = "SUPABASE_URL";
    private static final String PAGE_URL = "ATHENA_PAGE_URL";
    /** The page's address, when dev mode shows one. */
    static final String SHOWN_PAGE = "athena.devmode.page";

    private static final long DEFAULT_TOKEN_MINUTES = 60;

    @Override
    public Iterable<ConfigSource> getConfigSources(ClassLoader loader) {
        if (Boolean.getBoolean(SWITCH)) {
            // Quarkus asks through more than one copy of this class, maybe at once.
            synchronized (System.class) {
                start();
            }
        }
        return List.of();
    }

    private static void start() {
        try {
            if (missing(DATABASE_URL)) {
                System.setProperty(DATABASE_URL, database());
            }
            if (missing(PAGE_URL)) {
                page();
            } else if (System.getenv(PAGE_URL) != null) {
                System.setProperty(SHOWN_PAGE, System.getenv(PAGE_URL));
            }
            if (missing(SUPABASE_URL)) {
                authentication();
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("the services of dev mode could not be started", e);
        }
    }

    private static boolean missing(String name) {
        return System.getProperty(name) == null && System.getenv(name) == null;
    }

    /** Without Node the links of mails lead to the service, which has no page then. */
    private static void page() throws IOException {
        String service = "http://localhost:" + servicePort();
        Optional<String> page = DevPage.start(directory(), service);
        System.setProperty(PAGE_URL, page.orElse(service));
        page.ifPresent(address -> System.setProperty(SHOWN_PAGE, address));
    }

    /** The settings cannot be asked yet, so their two sources are: what the command line names, and the environment. */
    private static String servicePort() {
        return System.getProperty("quarkus.http.port", System.getenv().getOrDefault("PORT", "8080"));
    }

    private static Path directory() {
        return Path.of(System.getProperty("athena.devmode.directory"));
    }

    private static String database() throws IOException, SQLException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(directory().resolve("dev-postgres"))
                .setCleanDataDirectory(false)
                .setLocaleConfig("locale", "C")
                .start();
        return filled("127.0.0.1:" + server.getPort() + "/postgres");
    }

    /** Migrates the database at that {@code host:port/database}, loads the demo data, and returns the address for the service. */
    static String filled(String address) throws IOException, SQLException {
        String service = "postgresql://athena_service:athena-dev@" + address;
        DatabaseUrl owner = DatabaseUrl.parse(DATABASE_URL, "postgresql://postgres@" + address);
        new Migration(owner, DatabaseUrl.parse(DATABASE_URL, service)).run();
        new DemoData(owner).load();
        return service;
    }

    private static void authentication() throws IOException {
        String minutes = System.getenv("ACCESS_TOKEN_EXPIRE_MINUTES");
        String page = System.getProperty(PAGE_URL);
        AuthStandIn standIn = standIn(
                minutes == null ? DEFAULT_TOKEN_MINUTES : Long.parseLong(minutes),
                page == null ? System.getenv(PAGE_URL) : page);
        System.setProperty(SUPABASE_URL, standIn.url());
        System.setProperty("SUPABASE_ANON_KEY", standIn.anonKey());
        System.setProperty("SUPABASE_SERVICE_ROLE_KEY", standIn.serviceKey());
    }

    /** Starts the stand-in with the accounts of the demo data, and with the mails that the invited people got. */
    static AuthStandIn standIn(long tokenMinutes, String page) throws IOException {
        AuthStandIn standIn = new AuthStandIn(60 * tokenMinutes);
        standIn.siteUrl(page);
        standIn.account(DemoPeople.SUPERADMIN.id(), DemoPeople.SUPERADMIN.email(), DemoPeople.PASSWORD);
        for (DemoPeople.Person person : DemoPeople.members()) {
            if (person.onlyInvited()) {
                standIn.invited(person.id(), person.email(), page + "/invitacion?secret=" + person.secret());
            } else {
                standIn.account(person.id(), person.email(), DemoPeople.PASSWORD);
            }
        }
        return standIn;
    }
}
