package org.athena.platform.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.eclipse.microprofile.config.spi.ConfigSource;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;

/** Settings of Quarkus that one of our variables makes, more than one at a time. */
public abstract class DerivedSettings implements ConfigSourceFactory {

    private final String variable;

    protected DerivedSettings(String variable) {
        this.variable = variable;
    }

    /**
     * What it makes of the variable.
     *
     * @param value empty when it is not set, or blank
     * @return names and values
     */
    protected abstract Map<String, String> of(Optional<String> value);

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Optional<String> value = Optional.ofNullable(context.getValue(variable))
                .map(ConfigValue::getValue)
                .filter(text -> !text.isBlank());
        return List.of(LiteralValues.derived(variable, of(value)));
    }

    /** After the sources that may hold the variable. */
    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(500);
    }
}
