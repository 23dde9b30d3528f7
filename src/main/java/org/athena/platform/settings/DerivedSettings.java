package org.athena.platform.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.eclipse.microprofile.config.spi.ConfigSource;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;

/** Makes several settings of Quarkus from one of our variables. */
public abstract class DerivedSettings implements ConfigSourceFactory {

    private final String variable;

    protected DerivedSettings(String variable) {
        this.variable = variable;
    }

    /**
     * The settings for a value of the variable.
     *
     * @param value the value; empty when the variable is not set, or blank
     * @return the names and values of the settings
     */
    protected abstract Map<String, String> of(Optional<String> value);

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Optional<String> value = Optional.ofNullable(context.getValue(variable))
                .map(ConfigValue::getValue)
                .filter(text -> !text.isBlank());
        return List.of(LiteralValues.derived(variable, of(value)));
    }

    /** Read after the sources that may contain the variable. */
    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(500);
    }
}
