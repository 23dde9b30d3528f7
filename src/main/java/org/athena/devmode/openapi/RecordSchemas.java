package org.athena.devmode.openapi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.athena.platform.json.Clearable;
import org.athena.platform.json.CodeOf;
import org.athena.platform.json.MayBeNull;
import org.athena.platform.problem.Violation;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.RecordComponentInfo;

import com.fasterxml.jackson.annotation.JsonInclude;

/** Adds to a record's schema what its fields declare: which may be null, which are always there, and which words they take. */
class RecordSchemas {

    private static final String NAMED = org.eclipse.microprofile.openapi.annotations.media.Schema.class.getName();

    private final Map<String, Schema> schemas;

    RecordSchemas(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    /**
     * Completes the schemas of the records in answers and requests, nested ones included. None may be in both: a request may leave out
     * what an answer always has.
     */
    void complete(Collection<ClassInfo> answers, Collection<ClassInfo> requests) {
        answers.stream().filter(requests::contains).findFirst().ifPresent(both -> {
            throw new IllegalStateException(both + " is in an answer and in a request; make a record for each");
        });
        answers.forEach(type -> complete(type, true));
        requests.forEach(type -> complete(type, false));
        schemas.values().stream().filter(RecordSchemas::page).forEach(page -> page.setRequired(names(page)));
    }

    /** Whether the schema is a page of a list. The record of a page is generic, so its schemas have other names than the record. */
    static boolean page(Schema schema) {
        return schema.getProperties() != null
                && schema.getProperties().keySet().equals(Set.of("items", "page", "page_size", "total"));
    }

    private static List<String> names(Schema schema) {
        return new ArrayList<>(schema.getProperties().keySet());
    }

    private void complete(ClassInfo type, boolean answerOnly) {
        Schema schema = schemas.get(name(type));
        if (schema == null || schema.getProperties() == null) {
            return;
        }
        AnnotationInstance include = type.declaredAnnotation(JsonInclude.class);
        boolean leavesOut = include != null
                && include.value() != null
                && include.value().asEnum().equals("NON_NULL");
        for (RecordComponentInfo field : type.recordComponents()) {
            String name = Violation.snakeCase(field.name());
            if (!schema.getProperties().containsKey(name)) {
                throw new IllegalStateException(
                        type + " is not the schema " + schema.getProperties().keySet());
            }
            boolean maybe = field.hasAnnotation(MayBeNull.class);
            if (schema.getProperties().get(name).getRef() != null) {
                // The generator gives the schema of an enum a type of its own, which is wrong for a text.
                schema.getProperties().get(name).setType(null);
            }
            if (field.hasAnnotation(Clearable.class) || maybe && !leavesOut) {
                schema.addProperty(name, orNull(schema.getProperties().get(name)));
            }
            if (answerOnly && !(maybe && leavesOut)) {
                require(schema, name);
            }
            if (field.hasAnnotation(CodeOf.class)) {
                listCodes(schema.getProperties().get(name), field.annotation(CodeOf.class));
            }
        }
    }

    private static void require(Schema schema, String name) {
        if (schema.getRequired() == null || !schema.getRequired().contains(name)) {
            schema.addRequired(name);
        }
    }

    private static Schema orNull(Schema schema) {
        if (schema.getRef() == null) {
            return schema.getType().contains(SchemaType.NULL) ? schema : schema.addType(SchemaType.NULL);
        }
        return OASFactory.createSchema()
                .description(schema.getDescription())
                .addAnyOf(OASFactory.createSchema().ref(schema.getRef()))
                .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
    }

    private static void listCodes(Schema schema, AnnotationInstance codes) {
        Schema text = schema.getItems() == null ? schema : schema.getItems();
        text.setEnumeration(new ArrayList<>(codes(codes.value().asClass().name().toString())));
    }

    private static List<Object> codes(String type) {
        try {
            Class<?> words = Class.forName(type, true, Thread.currentThread().getContextClassLoader());
            List<Object> codes = new ArrayList<>();
            for (Object word : words.getEnumConstants()) {
                codes.add(words.getMethod("code").invoke(word));
            }
            return codes;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("which codes has " + type + "?", e);
        }
    }

    static String name(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(org.jboss.jandex.DotName.createSimple(NAMED));
        return schema == null || schema.value("name") == null
                ? type.simpleName()
                : schema.value("name").asString();
    }
}
