package org.athena.platform.settings;

import java.util.List;
import java.util.Map;

import jakarta.annotation.Priority;

import org.eclipse.microprofile.config.spi.ConfigSource;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SysPropConfigSource;

/**
 * Keeps values from outside (the environment, {@code .env}, the command line, and settings derived from them) as they are.
 * SmallRye Config would replace {@code ${HOME}} and turn {@code $$} into one dollar sign, in a secret too. Only {@code
 * application.properties} may use expressions.
 *
 * <p>It runs before the interceptor that evaluates expressions, which removes the escapes that are added here.
 */
@Priority(LiteralValues.BELOW_EXPRESSIONS)
public class LiteralValues implements ConfigSourceInterceptor {

    /** Higher than application.properties (250), lower than the environment (300). */
    public static final int DERIVED_ORDINAL = 275;

    static final int BELOW_EXPRESSIONS = 100;

    private static final long serialVersionUID = 1L;
    private static final String DERIVED = "derived from ";
    /** Parts of the names of these sources; the name of a {@code .env} also contains its path. */
    private static final List<String> OUTSIDE = List.of(EnvConfigSource.NAME, SysPropConfigSource.NAME, DERIVED);

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        ConfigValue value = context.proceed(name);
        boolean plain =
                value == null || value.getValue() == null || value.getValue().indexOf('$') < 0;
        return plain || !fromOutside(value.getConfigSourceName())
                ? value
                : value.withValue(value.getValue().replace("$", "\\$"));
    }

    /**
     * Settings that are derived from a variable and must be kept as they are.
     *
     * @param variable the variable
     * @param settings the names and values of the settings
     */
    public static ConfigSource derived(String variable, Map<String, String> settings) {
        return new PropertiesConfigSource(settings, DERIVED + variable, DERIVED_ORDINAL);
    }

    private static boolean fromOutside(String source) {
        return source != null && OUTSIDE.stream().anyMatch(source::contains);
    }
}
