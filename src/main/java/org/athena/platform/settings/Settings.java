package org.athena.platform.settings;

import static org.athena.platform.settings.Allowed.number;
import static org.athena.platform.settings.Allowed.share;
import static org.athena.platform.settings.Allowed.text;
import static org.athena.platform.settings.Allowed.time;
import static org.athena.platform.settings.Allowed.word;
import static org.athena.platform.settings.Allowed.yesOrNo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Every variable that the service reads, with its allowed values. {@code .env.example} lists them too. */
public final class Settings {

    private static final int MOST_CONNECTIONS = 1_000;
    private static final int MOST_PER_MINUTE = 1_000_000;
    private static final int MOST_AT_ONCE = 10_000;
    private static final int MOST_DAYS = 365;
    private static final int MOST_PORT = 65_535;

    private static final Map<String, Allowed> ALL = all();

    private Settings() {}

    private static Map<String, Allowed> all() {
        Map<String, Allowed> all = new LinkedHashMap<>();
        addDatabase(all);
        addIdentity(all);
        addOperation(all);
        return all;
    }

    private static void addDatabase(Map<String, Allowed> all) {
        all.put("DATABASE_URL", text());
        all.put("ATHENA_DATABASE_TLS", word(true, "off", "on"));
        all.put("MIGRATION_DATABASE_URL", text());
        all.put("DATABASE_PASSWORD_FILE", text());
        all.put("ATHENA_DATABASE_POOL_SIZE", number(1, MOST_CONNECTIONS));
        all.put("ATHENA_DATABASE_ACQUISITION_TIMEOUT", time("100ms", "60S"));
        all.put("ATHENA_DATABASE_CONNECTION_LIFETIME", time("1S", "7D"));
        all.put("DATABASE_READ_URL", text());
        all.put("ATHENA_DATABASE_READ_POOL_SIZE", number(1, MOST_CONNECTIONS));
        all.put("ATHENA_DATABASE_REPLICA_MAX_LAG", time("1ms", "5M"));
        // The driver gives up after 40 seconds.
        all.put("ATHENA_DATABASE_STATEMENT_TIMEOUT", time("100ms", "40S"));
        all.put("ATHENA_DATABASE_LOCK_TIMEOUT", time("100ms", "40S"));
    }

    private static void addIdentity(Map<String, Allowed> all) {
        all.put(
                "SUPABASE_URL",
                new Allowed(
                        "scheme, host and port alone, such as https://<ref>.supabase.co", true, WebAddress::isBare));
        all.put("ATHENA_SUPABASE_TLS", word(true, "off", "on"));
        all.put("SUPABASE_ANON_KEY", text());
        all.put("SUPABASE_SERVICE_ROLE_KEY", text());
        all.put("ATHENA_AUTH_ISSUER", text());
        all.put("JWT_SECRET", text());
        all.put("JWT_SECRET_PREVIOUS", text());
        all.put("ATHENA_STRONG_REVOCATION", yesOrNo());
        all.put("JWT_ALGORITHM", text());
        all.put("ATHENA_AUTH_LEEWAY", time("0S", "5M"));
        // A token of Supabase is valid for a week at most.
        all.put("ATHENA_AUTH_MAX_LIFETIME", time("1M", "7D"));
        all.put("ATHENA_AUTH_SESSION_REQUIRED", yesOrNo());
        all.put("ATHENA_AUTH_ANONYMOUS_ALLOWED", yesOrNo());
        all.put("ATHENA_AUTH_CLIENT_IDS", text());
        all.put("ATHENA_AUTH_FALLBACK_PER_MINUTE", number(0, MOST_PER_MINUTE));
        all.put("ATHENA_AUTH_FALLBACK_LOOK_UPS_PER_MINUTE", number(0, MOST_PER_MINUTE));
        all.put("ATHENA_AUTH_FALLBACK_PER_CLIENT_PER_MINUTE", number(0, MOST_PER_MINUTE));
        all.put("ATHENA_AUTH_FALLBACK_PER_SUBJECT_PER_MINUTE", number(0, MOST_PER_MINUTE));
        all.put(
                "ATHENA_PAGE_URL",
                new Allowed(
                        "https:// and the address of the web page, such as https://athena.example.org",
                        true,
                        WebAddress::isPage));
        all.put("ATHENA_INVITATION_DAYS", number(1, MOST_DAYS));
        all.put("ATHENA_TENANCY_SUPERADMIN_NEEDS_SECOND_FACTOR", yesOrNo());
    }

    private static void addOperation(Map<String, Allowed> all) {
        all.put(
                "ATHENA_TRUSTED_PROXIES",
                new Allowed(
                        "addresses, networks or names of proxies, such as 10.0.0.0/8, separated by commas",
                        true,
                        ProxyList::is));
        all.put("ATHENA_HTTP2_CLEARTEXT", yesOrNo());
        all.put("ATHENA_HEAD_DEADLINE", time("1S", "5M"));
        all.put("ATHENA_BODY_DEADLINE", time("1S", "10M"));
        all.put("ATHENA_FILE_DEADLINE", time("1S", "10M"));
        all.put("PORT", number(0, MOST_PORT));
        all.put("MANAGEMENT_PORT", number(0, MOST_PORT));
        all.put("ATHENA_SHUTDOWN_DELAY", time("0S", "10M"));
        all.put("ATHENA_WORK_EVERY", time("1S", "1H").or("off"));
        all.put("ATHENA_CORS_ORIGINS", text());
        all.put("ATHENA_CORS_CREDENTIALS", yesOrNo());
        all.put("ATHENA_HSTS", time("0S", "3650D").orEmpty());
        all.put(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                new Allowed("an address such as http://collector:4317", true, WebAddress::is));
        all.put("OTEL_EXPORTER_OTLP_PROTOCOL", word(false, "grpc", "http/protobuf"));
        all.put("OTEL_TRACES_SAMPLER_ARG", share());
        all.put("ATHENA_LIMITS_IMPORTS_PER_MINUTE", number(0, MOST_PER_MINUTE));
        all.put("ATHENA_LIMITS_IMPORTS_AT_ONCE", number(0, MOST_AT_ONCE));
        all.put("ATHENA_LIMITS_ACCOUNTS_PER_MINUTE", number(0, MOST_PER_MINUTE));
        all.put("ATHENA_LIMITS_SEARCHES_PER_MINUTE", number(0, MOST_PER_MINUTE));
        all.put("ATHENA_LIMITS_EXPORTS_PER_MINUTE", number(0, MOST_PER_MINUTE));
        all.put("ATHENA_LIMITS_PAGE_ERRORS_PER_MINUTE", number(0, MOST_PER_MINUTE));
        all.put("ATHENA_LIMITS_CLIENT_FACTOR", number(1, MOST_PER_MINUTE));
        all.put("ATHENA_LIMITS_REQUESTS_AT_ONCE", number(0, MOST_AT_ONCE));
        all.put(
                "ATHENA_LIMITS_CONNECTIONS_PER_SCHOOL",
                number(0, MOST_CONNECTIONS).orEmpty());
    }

    /** The names of all variables. */
    static List<String> variables() {
        return List.copyOf(ALL.keySet());
    }

    /**
     * Finds variables whose values cannot be read or are out of range.
     *
     * @param environment supplies a variable's value; empty when it is not set
     * @return a sentence for each fault, with the variable and its allowed values; it never repeats a value
     */
    public static List<String> faults(Function<String, Optional<String>> environment) {
        List<String> faults = new ArrayList<>();
        ALL.keySet()
                .forEach(variable -> environment
                        .apply(variable)
                        .flatMap(value -> fault(variable, value))
                        .ifPresent(faults::add));
        return faults;
    }

    /** Checks the value of one variable. */
    public static Optional<String> fault(String variable, String value) {
        return ALL.get(variable).fault(value).map(fault -> variable + " " + fault);
    }
}
