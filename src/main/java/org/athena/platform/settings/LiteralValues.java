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
 * Values that come from outside (the environment, {@code .env}, the command line, and what we derive from them) are read as they
 * stand. SmallRye Config would fill in {@code ${HOME}} and make {@code $$} one dollar sign, in a secret too. Expressions are left
 * to {@code application.properties}.
 *
 * <p>It stands below the interceptor that fills expressions in, which makes a dollar sign again of what is escaped here.
 */
@Priority(LiteralValues.BELOW_EXPRESSIONS)
public class LiteralValues implements ConfigSourceInterceptor {

    /** Above application.properties (250), below the environment (300). */
    public static final int DERIVED_ORDINAL = 275;

    static final int BELOW_EXPRESSIONS = 100;

    private static final long serialVersionUID = 1L;
    private static final String DERIVED = "derived from ";
    /** What the names of the sources contain; that of a {@code .env} also says where the file is. */
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
     * Settings that are made of a variable's value, and read as they stand.
     *
     * @param variable the variable
     * @param settings names and values
     */
    public static ConfigSource derived(String variable, Map<String, String> settings) {
        return new PropertiesConfigSource(settings, DERIVED + variable, DERIVED_ORDINAL);
    }

    private static boolean fromOutside(String source) {
        return source != null && OUTSIDE.stream().anyMatch(source::contains);
    }
}
