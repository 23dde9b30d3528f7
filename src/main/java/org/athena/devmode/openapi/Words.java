package org.athena.devmode.openapi;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.athena.platform.audit.AuditedEntities;
import org.athena.platform.audit.AuditedEntity;
import org.athena.platform.problem.Conflict;
import org.athena.platform.problem.ConflictSource;
import org.athena.platform.problem.ViolationCode;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.IndexView;

/**
 * The words from which a client makes sentences, found by the types that declare them: the codes of violations, with what their
 * sentences name, the reasons of conflicts, and the tables of the audit log.
 */
final class Words {

    static final String VIOLATION = "Violation";
    static final String REASON = "ConflictReason";
    private static final String CODE = "ViolationCode";
    private static final String TABLE = "AuditedTable";
    private static final String PARAMS = "ViolationParams";

    private Words() {}

    static void describe(Components components, IndexView index) {
        components.addSchema(CODE, enumeration(codes(index)).description("What is wrong with a field; stable"));
        components.addSchema(
                REASON,
                enumeration(reasons(index)).description("The rule that a request breaks, feature.reason; stable"));
        components.addSchema(TABLE, enumeration(tables(index)).description("What a line of the audit log is about"));
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
        for (Class<? extends ViolationCode> type : Declared.classes(index, ViolationCode.class)) {
            Arrays.stream(type.getEnumConstants()).map(ViolationCode::word).forEach(words::add);
        }
        return words;
    }

    private static Collection<Object> reasons(IndexView index) {
        return Declared.sources(index, ConflictSource.class).stream()
                .flatMap(source -> source.conflicts().stream())
                .map(Conflict::reason)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Collection<Object> tables(IndexView index) {
        return Declared.sources(index, AuditedEntities.class).stream()
                .flatMap(source -> source.audited().stream())
                .map(AuditedEntity::table)
                .collect(Collectors.toCollection(TreeSet::new));
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
