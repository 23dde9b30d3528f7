package org.athena.platform.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.athena.platform.settings.Loopback;

/**
 * The address of a PostgreSQL database and the user to connect as, read from a connection string in the form of Supabase's
 * dashboard.
 *
 * @param host name or address, IPv6 in brackets
 * @param port 5432 unless named
 * @param database the database
 * @param user the login role; behind a pooler it is followed by the project's reference
 * @param password the password, possibly empty; never logged
 * @param options pgjdbc's options
 */
public record DatabaseUrl(
        String host, int port, String database, String user, String password, Map<String, String> options) {

    /** The options that people write, and pgjdbc's names for them. */
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("sslmode", "sslmode"),
            Map.entry("ssl", "sslmode"),
            Map.entry("sslrootcert", "sslrootcert"),
            Map.entry("prepareThreshold", "prepareThreshold"),
            Map.entry("connectTimeout", "connectTimeout"),
            Map.entry("connect_timeout", "connectTimeout"),
            Map.entry("socketTimeout", "socketTimeout"),
            Map.entry("tcpKeepAlive", "tcpKeepAlive"),
            Map.entry("ApplicationName", "ApplicationName"),
            Map.entry("application_name", "ApplicationName"),
            Map.entry("user", "user"),
            Map.entry("password", "password"));

    /**
     * Reads a connection string: {@code postgresql://}, {@code postgres://}, {@code postgresql+asyncpg://} or {@code
     * jdbc:postgresql://}, with user and password percent-encoded.
     *
     * @param variable the variable it comes from, named in every refusal
     * @param value the string; a refusal repeats no part of it but the names of its options
     * @throws IllegalArgumentException when it cannot be used
     */
    public static DatabaseUrl parse(String variable, String value) {
        URI uri = uri(variable, value.strip());
        Map<String, String> options = options(variable, uri.getRawQuery());
        String userInfo = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
        int colon = userInfo.indexOf(':');
        String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
        String password = colon < 0 ? "" : userInfo.substring(colon + 1);
        String namedUser = options.remove("user");
        String namedPassword = options.remove("password");
        user = user.isEmpty() && namedUser != null ? namedUser : decode(variable, user, false);
        password = password.isEmpty() && namedPassword != null ? namedPassword : decode(variable, password, false);
        String database = uri.getRawPath() == null || uri.getRawPath().length() < 2
                ? ""
                : decode(variable, uri.getRawPath().substring(1), false);
        require(variable, uri.getHost() != null, "does not name a host");
        require(variable, !user.isEmpty(), "does not name a user");
        require(variable, !database.isEmpty(), "does not name a database");
        require(
                variable,
                database.matches("[^/?#%\\s]+"),
                "has a database name with characters that are not supported");
        options.putIfAbsent("ApplicationName", "athena-api");
        options.putIfAbsent("connectTimeout", "4");
        // The details of a server's error contain values of the row. Names and documents of people must not get into a
        // log.
        options.put("logServerErrorDetail", "false");
        return new DatabaseUrl(
                uri.getHost(), uri.getPort() < 0 ? 5432 : uri.getPort(), database, user, password, Map.copyOf(options));
    }

    private static URI uri(String variable, String value) {
        String plain = value.startsWith("jdbc:") ? value.substring("jdbc:".length()) : value;
        require(
                variable,
                plain.matches("(postgresql|postgres|postgresql\\+asyncpg)://.*"),
                "is not a postgresql:// address");
        try {
            return new URI(plain).parseServerAuthority();
        } catch (URISyntaxException e) {
            // The message of the exception contains the address with the password, so it must not become the cause.
            throw new IllegalArgumentException(
                    variable + " cannot be read: percent-encode special characters in user and password");
        }
    }

    private static Map<String, String> options(String variable, String query) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : decode(variable, pair.substring(equals + 1), true);
            if (name.equals("pgbouncer")) {
                continue;
            }
            require(variable, KNOWN.containsKey(name), "has the unknown option " + shown(name, query));
            options.put(KNOWN.get(name), name.equals("ssl") ? sslMode(variable, value) : value);
        }
        return options;
    }

    /** When a password contains a question mark that is not encoded, its rest looks like options and must not be shown. */
    private static String shown(String option, String query) {
        return query.contains("@") ? "…: percent-encode special characters in user and password" : option;
    }

    private static String sslMode(String variable, String value) {
        return switch (value) {
            case "", "true", "require" -> "require";
            case "false", "disable" -> "disable";
            case "allow", "prefer", "verify-ca", "verify-full" -> value;
            default -> throw new IllegalArgumentException(variable + " has an option ssl with an unknown value");
        };
    }

    private static String decode(String variable, String text, boolean form) {
        try {
            return URLDecoder.decode(form ? text : text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(variable + " has a broken percent escape");
        }
    }

    private static void require(String variable, boolean condition, String fault) {
        if (!condition) {
            throw new IllegalArgumentException(variable + " " + fault);
        }
    }

    /** The address for the driver, without user and password. */
    public String jdbcUrl() {
        String query = new TreeMap<>(options)
                .entrySet().stream()
                        .map(option -> option.getKey() + "="
                                + java.net.URLEncoder.encode(option.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return "jdbc:postgresql://" + host + ":" + port + "/" + database + "?" + query;
    }

    /** The same with another password. */
    public DatabaseUrl withPassword(String other) {
        return new DatabaseUrl(host, port, database, user, other, options);
    }

    /** Whether this is Supabase's shared pooler, where the user is the role's name followed by the project's reference. */
    public boolean pooled() {
        return host.endsWith(".pooler.supabase.com");
    }

    /** The role in PostgreSQL: behind the pooler it is the user without {@code .<ref>}. */
    public String role() {
        int dot = user.lastIndexOf('.');
        return pooled() && dot > 0 ? user.substring(0, dot) : user;
    }

    /** Whether the database is on this machine, so that the connection does not cross a network. */
    public boolean local() {
        return Loopback.is(host);
    }

    @Override
    public String toString() {
        return "DatabaseUrl[" + user + "@" + host + ":" + port + "/" + database + "]";
    }
}
