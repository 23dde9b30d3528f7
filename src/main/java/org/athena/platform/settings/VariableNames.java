package org.athena.platform.settings;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The variable that makes a setting, so that a message about the setting can name what to change. */
public final class VariableNames {

    /** Settings with a variable of another name: some of our own, and Quarkus' settings that our variables fill. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("quarkus.datasource.jdbc.url", "DATABASE_URL"),
            Map.entry("quarkus.datasource.username", "DATABASE_URL"),
            Map.entry("quarkus.datasource.password", "DATABASE_URL"),
            Map.entry("quarkus.datasource.credentials-provider", "DATABASE_PASSWORD_FILE"),
            Map.entry("quarkus.datasource.jdbc.max-size", "ATHENA_DATABASE_POOL_SIZE"),
            Map.entry("quarkus.datasource.jdbc.acquisition-timeout", "ATHENA_DATABASE_ACQUISITION_TIMEOUT"),
            Map.entry("quarkus.datasource.jdbc.max-lifetime", "ATHENA_DATABASE_CONNECTION_LIFETIME"),
            Map.entry("quarkus.datasource.replica.jdbc.url", "DATABASE_READ_URL"),
            Map.entry("quarkus.datasource.replica.username", "DATABASE_READ_URL"),
            Map.entry("quarkus.datasource.replica.password", "DATABASE_READ_URL"),
            Map.entry("quarkus.datasource.replica.credentials-provider", "DATABASE_PASSWORD_FILE"),
            Map.entry("quarkus.datasource.replica.jdbc.max-size", "ATHENA_DATABASE_READ_POOL_SIZE"),
            Map.entry("quarkus.datasource.replica.jdbc.acquisition-timeout", "ATHENA_DATABASE_ACQUISITION_TIMEOUT"),
            Map.entry("quarkus.datasource.replica.jdbc.max-lifetime", "ATHENA_DATABASE_CONNECTION_LIFETIME"),
            Map.entry("quarkus.http.port", "PORT"),
            Map.entry("quarkus.management.port", "MANAGEMENT_PORT"),
            Map.entry("quarkus.http.proxy.trusted-proxies", "ATHENA_TRUSTED_PROXIES"),
            Map.entry("quarkus.shutdown.delay", "ATHENA_SHUTDOWN_DELAY"),
            Map.entry("quarkus.rest-client.supabase-auth.url", "SUPABASE_URL"),
            Map.entry("quarkus.rest-client.supabase-admin.url", "SUPABASE_URL"),
            Map.entry("quarkus.otel.exporter.otlp.endpoint", "OTEL_EXPORTER_OTLP_ENDPOINT"),
            Map.entry("quarkus.otel.exporter.otlp.protocol", "OTEL_EXPORTER_OTLP_PROTOCOL"),
            Map.entry("quarkus.otel.traces.sampler.arg", "OTEL_TRACES_SAMPLER_ARG"),
            Map.entry("athena.auth.jwt-secret", "JWT_SECRET"),
            Map.entry("athena.auth.jwt-secret-previous", "JWT_SECRET_PREVIOUS"),
            Map.entry("athena.auth.algorithms", "JWT_ALGORITHM"),
            Map.entry("athena.auth.supabase-url", "SUPABASE_URL"),
            Map.entry("athena.auth.anon-key", "SUPABASE_ANON_KEY"),
            Map.entry("athena.supabase.service-role-key", "SUPABASE_SERVICE_ROLE_KEY"),
            Map.entry("athena.tenancy.strong-revocation", "ATHENA_STRONG_REVOCATION"),
            Map.entry("athena.edge.cors-origins", "ATHENA_CORS_ORIGINS"),
            Map.entry("athena.edge.cors-credentials", "ATHENA_CORS_CREDENTIALS"),
            Map.entry("athena.edge.hsts", "ATHENA_HSTS"),
            Map.entry("athena.edge.body-deadline", "ATHENA_BODY_DEADLINE"),
            Map.entry("athena.edge.file-deadline", "ATHENA_FILE_DEADLINE"),
            Map.entry("athena.connection.head-deadline", "ATHENA_HEAD_DEADLINE"),
            Map.entry("athena.connection.http2-cleartext", "ATHENA_HTTP2_CLEARTEXT"));

    private static final Pattern SETTING = Pattern.compile("(?<![\\w.])(?:quarkus|athena)(?:\\.[a-z][a-z0-9-]*)+");

    private VariableNames() {}

    /** The variable for this setting: ours where one exists, otherwise the one that Quarkus reads. */
    public static String of(String setting) {
        return NAMES.getOrDefault(setting, ofQuarkus(setting));
    }

    /** The variable from which Quarkus reads a setting (MicroProfile Config, <em>Environment Variables Mapping Rules</em>). */
    public static String ofQuarkus(String setting) {
        return setting.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /**
     * Replaces the names of settings in a text by variables. The database's schema must not be replaced, although its name is
     * also the first word of our settings.
     */
    public static String in(String text) {
        return SETTING.matcher(text).replaceAll(found -> Matcher.quoteReplacement(variable(found.group())));
    }

    private static String variable(String name) {
        boolean setting = name.startsWith("quarkus.") || Settings.variables().contains(of(name));
        return setting ? of(name) : name;
    }
}
