package org.athena.devmode.openapi;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.athena.platform.paging.SortSpec;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.MethodInfo;

/**
 * The fields by which a list may be sorted. They are read from the constant of the resource, so that they are declared only once.
 */
final class Sorts {

    private Sorts() {}

    /** Does nothing for a route without the parameter {@code sort}. */
    static void describe(MethodInfo route, Operation operation) {
        if (operation.getParameters() == null) {
            return;
        }
        List<Parameter> parameters = new ArrayList<>(operation.getParameters());
        parameters.replaceAll(parameter ->
                "sort".equals(parameter.getName()) ? sort(of(route), parameter.getDescription()) : parameter);
        operation.setParameters(parameters);
    }

    private static Parameter sort(SortSpec sorts, String description) {
        List<Object> values = new TreeSet<>(sorts.fields().keySet())
                .stream()
                        .flatMap(name -> Stream.of(name, "-" + name))
                        .map(Object.class::cast)
                        .toList();
        return OASFactory.createParameter()
                .name("sort")
                .in(Parameter.In.QUERY)
                .description(description)
                .schema(OASFactory.createSchema()
                        .addType(SchemaType.STRING)
                        .enumeration(values)
                        .defaultValue(sorts.byDefault()));
    }

    private static SortSpec of(MethodInfo route) {
        String resource = route.declaringClass().name().toString();
        try {
            Class<?> type = Class.forName(resource, true, Thread.currentThread().getContextClassLoader());
            List<Field> constants = Arrays.stream(type.getDeclaredFields())
                    .filter(field -> field.getType() == SortSpec.class && Modifier.isStatic(field.getModifiers()))
                    .toList();
            if (constants.size() != 1) {
                throw new IllegalStateException(resource + " needs one constant of the type SortSpec");
            }
            constants.get(0).setAccessible(true);
            return (SortSpec) constants.get(0).get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("by what does " + resource + " sort?", e);
        }
    }
}
