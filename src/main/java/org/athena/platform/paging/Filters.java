package org.athena.platform.paging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The conditions of a list, each of which counts when the caller has sent its parameter. */
public final class Filters {

    private final List<String> conditions = new ArrayList<>();
    private final List<String> fetched = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Filters() {}

    /** A list without any condition yet. */
    public static Filters none() {
        return new Filters();
    }

    /** Rows whose attribute, also one of a row that they point to, has the value. */
    public Filters equal(String attribute, Optional<?> value) {
        String name = attribute.replace('.', '_');
        return where(attribute + " = :" + name, name, value);
    }

    /**
     * @param condition in Hibernate's query language, about the parameter of that name
     * @param value empty leaves the condition out
     */
    public Filters where(String condition, String name, Optional<?> value) {
        value.ifPresent(present -> {
            conditions.add(condition);
            values.put(name, present);
        });
        return this;
    }

    /**
     * Rows in which every word stands that was typed into a search box; accents and case mean nothing.
     *
     * @param folded an attribute, or an expression, that {@code athena.fold} has folded
     * @param typed what was typed, or empty
     */
    public Filters words(String folded, Optional<String> typed) {
        List<String> patterns = SearchWords.patterns(typed.orElse(""));
        for (int i = 0; i < patterns.size(); i++) {
            where(folded + " like :word" + i + " escape '!'", "word" + i, Optional.of(patterns.get(i)));
        }
        return this;
    }

    /** Rows with a row that they point to: asked for with them, and not once for each. */
    public Filters fetch(String attribute) {
        fetched.add(attribute);
        return this;
    }

    List<String> fetched() {
        return fetched;
    }

    String conditions() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    Map<String, Object> values() {
        return values;
    }
}
