package org.athena.isolation;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.Path;

import org.athena.platform.json.Clearable;
import org.athena.platform.json.PatchOf;
import org.athena.platform.problem.Violation;
import org.eclipse.microprofile.openapi.annotations.Operation;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/**
 * A field that a request's body may have, found in the record that the route takes: a field that somebody adds is among them.
 *
 * @param path as the answer names it, for example {@code guardians[0].phone}
 * @param type what it holds
 * @param clearable whether null is a value
 */
record RequestField(String path, Class<?> type, boolean clearable) {

    private static final Map<String, Class<?>> BODIES = bodies();

    private static Map<String, Class<?>> bodies() {
        Map<String, Class<?>> bodies = new HashMap<>();
        for (JavaClass resource : new ClassFileImporter().importPackages("org.athena")) {
            if (resource.isAnnotatedWith(Path.class)) {
                Arrays.stream(resource.reflect().getDeclaredMethods()).forEach(method -> add(method, bodies));
            }
        }
        return bodies;
    }

    private static void add(Method method, Map<String, Class<?>> bodies) {
        Operation operation = method.getAnnotation(Operation.class);
        PatchOf patch = method.getAnnotation(PatchOf.class);
        if (operation != null && patch != null) {
            bodies.put(operation.operationId(), patch.value());
        } else if (operation != null) {
            Arrays.stream(method.getParameterTypes())
                    .filter(Class::isRecord)
                    .forEach(body -> bodies.put(operation.operationId(), body));
        }
    }

    /** Those of the route's body, nested ones and the first of each list included. */
    static List<RequestField> of(Route route) {
        Class<?> body = BODIES.get(route.id());
        if (body == null) {
            throw new IllegalStateException("which record does " + route.id() + " take?");
        }
        return of(body, "");
    }

    /** Whether the other route takes the same record. */
    static boolean same(Route one, Route other) {
        return BODIES.get(one.id()) == BODIES.get(other.id());
    }

    private static List<RequestField> of(Class<?> body, String prefix) {
        List<RequestField> fields = new ArrayList<>();
        for (RecordComponent component : body.getRecordComponents()) {
            String path = prefix + Violation.snakeCase(component.getName());
            add(fields, path, component.getType(), component);
            if (component.getType() == List.class) {
                Type element = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
                add(fields, path + "[0]", (Class<?>) element, null);
            }
        }
        return fields;
    }

    private static void add(List<RequestField> fields, String path, Class<?> type, AnnotatedElement declared) {
        fields.add(new RequestField(path, type, declared != null && declared.isAnnotationPresent(Clearable.class)));
        if (type.isRecord()) {
            fields.addAll(of(type, path + "."));
        }
    }

    /** Values that are of another kind, or of another form than the one that is allowed, as JSON. */
    List<String> wrongValues() {
        List<String> wrong = new ArrayList<>(List.of("{\"a\":1}", "[\"a\"]", "[]"));
        if (type.isEnum()) {
            String word = type.getEnumConstants()[0].toString();
            String other = word.equals(word.toLowerCase()) ? word.toUpperCase() : word.toLowerCase();
            wrong.addAll(List.of("0", "1", "\"0\"", "\"1\"", "\"\"", "\" \"", "true", "\"" + other + "\""));
            wrong.addAll(List.of("\" " + word + "\"", "\"" + word + " \"", "[\"" + word + "\"]"));
        } else if (type == String.class) {
            wrong.addAll(List.of("5", "1.5", "true"));
        } else if (type == Boolean.class) {
            wrong.addAll(List.of("\"true\"", "\"false\"", "\"\"", "\" \"", "0", "1", "1.0"));
        } else if (type == Integer.class) {
            wrong.addAll(
                    List.of("\"1\"", "\"\"", "1.0", "1.5", "1e1", "true", "99999999999", "99999999999999999999999"));
        } else if (Number.class.isAssignableFrom(type)) {
            wrong.addAll(List.of("\"1\"", "\"\"", "true", "\"NaN\""));
        } else if (type == java.time.LocalDate.class) {
            wrong.addAll(List.of("\"\"", "20260101", "true", "[2026,1,1]", "\"2026-1-1\"", "\" 2026-01-01\""));
            wrong.add("\"2026-01-01T00:00:00Z\"");
        } else if (type == java.util.UUID.class) {
            wrong.addAll(List.of("\"\"", "5", "true", "\"x\"", "\"1-1-1-1-1\"", "\"AAAAAAAAAAAAAAAAAAAAAA==\""));
            wrong.addAll(List.of("\" 018f3c22-4e5f-7d01-a2b3-c40c9b4e10bb\"", "\"018f3c224e5f7d01a2b3c40c9b4e10bb\""));
        } else if (type == List.class) {
            wrong = new ArrayList<>(List.of("{\"a\":1}", "{}", "\"\"", "\"a\"", "5", "true"));
        } else if (type == Map.class || type.isRecord()) {
            wrong = new ArrayList<>(List.of("[]", "[{}]", "\"\"", "\"a\"", "5", "true"));
        } else {
            throw new IllegalStateException("what is no " + type + "? " + path);
        }
        return wrong;
    }
}
