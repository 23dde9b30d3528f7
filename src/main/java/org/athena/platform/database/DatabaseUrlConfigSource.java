package org.athena.platform.database;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.athena.platform.settings.LiteralValues;
import org.athena.platform.settings.RefusedException;
import org.eclipse.microprofile.config.spi.ConfigSource;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;

/**
 * Turns {@code DATABASE_URL} into the settings of the datasource, and {@code DATABASE_READ_URL} into those of the replica. The
 * password may come from {@code DATABASE_PASSWORD_FILE} instead.
 */
public class DatabaseUrlConfigSource implements ConfigSourceFactory {

    private static final String PRIMARY = "DATABASE_URL";
    private static final String REPLICA = "DATABASE_READ_URL";

    /** @throws RefusedException when an address or the file with the password cannot be used */
    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        try {
            return sources(context);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(List.of(e.getMessage()));
        }
    }

    private static List<ConfigSource> sources(ConfigSourceContext context) {
        List<ConfigSource> sources = new ArrayList<>();
        set(context, PRIMARY).ifPresent(url -> sources.add(source(context, PRIMARY, url, "quarkus.datasource.")));
        // Without the address the datasource stays inactive, and there is no second pool.
        set(context, REPLICA)
                .ifPresent(url -> sources.add(source(context, REPLICA, url, "quarkus.datasource.replica.")));
        return sources;
    }

    /** A replica has the roles of its primary, so both use the same file for the password. */
    private static ConfigSource source(ConfigSourceContext context, String variable, String url, String prefix) {
        DatabaseUrl database = DatabaseUrl.parse(variable, url);
        Map<String, String> settings = new HashMap<>();
        settings.put(prefix + "jdbc.url", database.jdbcUrl());
        settings.put(prefix + "username", database.user());
        Optional<String> file = set(context, DatabasePasswordFile.VARIABLE);
        if (file.isEmpty()) {
            settings.put(prefix + "password", database.password());
        } else {
            // A missing file is noticed at the start, not by the first request.
            DatabasePasswordFile.read(Path.of(file.get()));
            settings.put(prefix + "credentials-provider", file.get());
        }
        return LiteralValues.derived(variable, settings);
    }

    private static Optional<String> set(ConfigSourceContext context, String variable) {
        return Optional.ofNullable(context.getValue(variable))
                .map(ConfigValue::getValue)
                .filter(value -> !value.isBlank());
    }

    /** Read after the sources that may contain the variable. */
    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(500);
    }
}
