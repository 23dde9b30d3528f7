package org.athena.platform.database;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.eclipse.microprofile.config.spi.ConfigSource;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;

/**
 * Turns {@code DATABASE_URL}, as Supabase's dashboard shows it, into the settings of the datasource. The password may come from
 * {@code DATABASE_PASSWORD_FILE} instead.
 */
public class DatabaseUrlConfigSource implements ConfigSourceFactory {

    private static final String VARIABLE = "DATABASE_URL";
    /** Above application.properties (250), below the environment (300). */
    private static final int ORDINAL = 275;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue url = context.getValue(VARIABLE);
        if (url == null || url.getValue() == null || url.getValue().isBlank()) {
            return List.of();
        }
        DatabaseUrl database = DatabaseUrl.parse(VARIABLE, url.getValue());
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        settings.put("quarkus.datasource.username", database.user());
        ConfigValue file = context.getValue(DatabasePasswordFile.VARIABLE);
        if (file == null || file.getValue() == null || file.getValue().isBlank()) {
            settings.put("quarkus.datasource.password", database.password());
        } else {
            // A file that is not there is noticed at once, not by the first request.
            DatabasePasswordFile.read(Path.of(file.getValue()));
            settings.put("quarkus.datasource.credentials-provider", file.getValue());
        }
        return List.of(new PropertiesConfigSource(settings, VARIABLE, ORDINAL));
    }

    /** After the sources that may hold the variable. */
    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(500);
    }
}
