package org.athena.platform.paging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The conditions of a list. A condition applies only when the caller sent its parameter. */
public final class Filters {

    private final List<String> conditions = new ArrayList<>();
    private final List<String> fetched = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Filters() {}

    /** No conditions. */
    public static Filters none() {
        return new Filters();
    }

    /** Selects rows whose attribute has the value; the attribute may belong to a referenced row. */
    public Filters equal(String attribute, Optional<?> value) {
        String name = attribute.replace('.', '_');
        return where(attribute + " = :" + name, name, value);
    }

    /**
     * @param condition the condition in Hibernate's query language, with a parameter of that name
     * @param value the value; empty leaves the condition out
     */
    public Filters where(String condition, String name, Optional<?> value) {
        value.ifPresent(present -> {
            conditions.add(condition);
            values.put(name, present);
        });
        return this;
    }

    /** Selects rows by a condition in Hibernate's query language that has no parameter. */
    public Filters only(String condition) {
        conditions.add(condition);
        return this;
    }

    /**
     * Selects rows that contain every word from a search box, without regard to accents, case and punctuation.
     *
     * @param searched an attribute or expression made by {@code athena.search_text}
     * @param typed the text from the search box, or empty
     */
    public Filters words(String searched, Optional<String> typed) {
        return where(
                "is_like_all(" + searched + ", :words)",
                "words",
                typed.map(SearchWords::patterns)
                        .filter(patterns -> !patterns.isEmpty())
                        .map(patterns -> patterns.toArray(String[]::new)));
    }

    /** Loads a referenced row in the same query instead of once for each row. */
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
