package org.athena.devmode.openapi;

import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.PathParam;

import org.athena.platform.tenancy.Public;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What follows from the types and the annotations of a route. A {@code RestResponse} of a row is answered by {@code RowAnswer} or {@code Creation},
 * which read and write the headers that are named here.
 *
 * @param open whether anybody may call it, without a token
 * @param namesRows whether its path has parameters
 * @param creates whether it answers 201 and takes an idempotency key
 * @param named whether the new row has an address of its own
 * @param versioned whether the row that it answers has a version
 */
record RouteFacts(boolean open, boolean namesRows, boolean creates, boolean named, boolean versioned) {

    private static final String RESPONSE = RestResponse.class.getName();

    static RouteFacts of(MethodInfo route, IndexView index) {
        Optional<ClassInfo> row = row(route.returnType(), index);
        boolean posts = route.hasAnnotation(POST.class);
        return new RouteFacts(
                route.hasAnnotation(Public.class),
                route.hasAnnotation(PathParam.class),
                posts && row.isPresent(),
                posts && row.filter(answer -> has(answer, "id")).isPresent(),
                row.filter(answer -> has(answer, "version")).isPresent());
    }

    private static Optional<ClassInfo> row(Type answer, IndexView index) {
        List<Type> inside = answer.kind() == Type.Kind.PARAMETERIZED_TYPE
                ? answer.asParameterizedType().arguments()
                : List.of();
        return inside.size() == 1 && answer.name().toString().equals(RESPONSE)
                ? Optional.ofNullable(index.getClassByName(inside.get(0).name()))
                : Optional.empty();
    }

    private static boolean has(ClassInfo answer, String component) {
        return answer.recordComponent(component) != null;
    }
}
