package org.athena.platform.settings;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.eclipse.microprofile.config.spi.ConfigSource;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;

/** Ends a start whose variables cannot be read, before Quarkus converts them and names its own settings. It adds no setting. */
public class UnreadableSettings implements ConfigSourceFactory {

    /**
     * @throws RefusedException when a variable says what it may not say, all of them at once
     */
    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        List<String> faults = Settings.faults(
                variable -> Optional.ofNullable(context.getValue(variable)).map(ConfigValue::getValue));
        if (!faults.isEmpty()) {
            throw new RefusedException(faults);
        }
        return List.of();
    }

    /** Before the sources that read a variable's text. */
    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(100);
    }
}
