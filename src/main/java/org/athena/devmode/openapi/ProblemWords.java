package org.athena.devmode.openapi;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import org.athena.platform.problem.ConflictSource;
import org.athena.platform.problem.ViolationCode;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;

/**
 * The words from which a client makes sentences about a problem: the codes of violations, with what their sentences name, and the
 * reasons of conflicts. They are found by the types that declare them.
 */
final class ProblemWords {

    static final String VIOLATION = "Violation";
    static final String REASON = "ConflictReason";
    private static final String CODE = "ViolationCode";
    private static final String PARAMS = "ViolationParams";

    private ProblemWords() {}

    static void describe(Components components, IndexView index) {
        components.addSchema(CODE, enumeration(codes(index)).description("What is wrong with a field; stable"));
        components.addSchema(
                REASON,
                enumeration(reasons(index)).description("The rule that a request breaks, feature.reason; stable"));
        components.addSchema(PARAMS, params());
        components.addSchema(VIOLATION, violation());
    }

    private static Schema violation() {
        return object().description("A fault in one field of the request, or in a cell of a file")
                .required(List.of("code", "field", "in", "message"))
                .addProperty("field", text().description("For example guardians[0].phone; empty for a row of a file"))
                .addProperty("in", text().description("body, query, path, header, or row 17 of a file"))
                .addProperty("message", text().description("What is wrong, in English"))
                .addProperty("code", OASFactory.createSchema().ref(CODE))
                .addProperty("params", OASFactory.createSchema().ref(PARAMS));
    }

    private static Schema params() {
        return object().description("What the sentence of a code names; a code without bounds, lists or rows has none")
                .addProperty("min", bound().description("The least value, length or number, or the first day"))
                .addProperty("max", bound().description("The largest value, length or number"))
                .addProperty("integer", number().description("Digits before the decimal point at most"))
                .addProperty("fraction", number().description("Digits after the decimal point at most"))
                .addProperty(
                        "allowed",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .items(text())
                                .description("The words that are allowed"))
                .addProperty("other_field", text().description("The field with which the value does not agree"))
                .addProperty("row", number().description("Another row of the file, or the row that cannot be read"))
                .addProperty("error", text().description("The error in the cell, such as #REF!"))
                .addProperty("total", number().description("The number that there is"));
    }

    private static Collection<Object> codes(IndexView index) {
        TreeSet<Object> words = new TreeSet<>();
        for (ClassInfo type : index.getAllKnownImplementations(ViolationCode.class)) {
            Arrays.stream(load(type).getEnumConstants())
                    .map(ViolationCode.class::cast)
                    .map(ViolationCode::word)
                    .forEach(words::add);
        }
        return words;
    }

    private static Collection<Object> reasons(IndexView index) {
        TreeSet<Object> reasons = new TreeSet<>();
        for (ClassInfo type : index.getAllKnownImplementations(ConflictSource.class)) {
            source(load(type)).conflicts().forEach(conflict -> reasons.add(conflict.reason()));
        }
        return reasons;
    }

    private static ConflictSource source(Class<?> type) {
        try {
            Constructor<?> made = type.getDeclaredConstructor();
            made.setAccessible(true);
            return (ConflictSource) made.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " needs a constructor without parameters", e);
        }
    }

    private static Class<?> load(ClassInfo type) {
        try {
            return Class.forName(
                    type.name().toString(), true, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(type.name().toString(), e);
        }
    }

    private static Schema enumeration(Collection<Object> words) {
        return text().enumeration(List.copyOf(words));
    }

    private static Schema bound() {
        return OASFactory.createSchema().type(List.of(SchemaType.NUMBER, SchemaType.STRING));
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(SchemaType.OBJECT);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    private static Schema number() {
        return OASFactory.createSchema().addType(SchemaType.INTEGER);
    }
}
