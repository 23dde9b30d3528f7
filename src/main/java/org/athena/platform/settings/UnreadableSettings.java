package org.athena.platform.settings;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.eclipse.microprofile.config.spi.ConfigSource;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;

/**
 * Ends the start when variables cannot be read, before Quarkus would convert them and name its own settings in the message. It
 * adds no settings.
 */
public class UnreadableSettings implements ConfigSourceFactory {

    /** @throws RefusedException when variables have values that are not allowed; it names all of them */
    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        List<String> faults = Settings.faults(
                variable -> Optional.ofNullable(context.getValue(variable)).map(ConfigValue::getValue));
        if (!faults.isEmpty()) {
            throw new RefusedException(faults);
        }
        return List.of();
    }

    /** Read before the sources that use a variable's text. */
    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(100);
    }
}
