package org.athena.devmode.openapi;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

import org.athena.platform.json.PatchOf;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/** The records that routes take and answer, with all that are nested in them. */
class RecordsOfRoutes {

    private final IndexView index;

    RecordsOfRoutes(IndexView index) {
        this.index = index;
    }

    Set<ClassInfo> answers(Collection<MethodInfo> routes) {
        Set<ClassInfo> found = new LinkedHashSet<>();
        routes.forEach(route -> collect(route.returnType(), found));
        return found;
    }

    Set<ClassInfo> requests(Collection<MethodInfo> routes) {
        Set<ClassInfo> found = new LinkedHashSet<>();
        for (MethodInfo route : routes) {
            AnnotationInstance patch = route.annotation(PatchOf.class);
            route.parameterTypes().forEach(type -> collect(type, found));
            if (patch != null) {
                collect(patch.value().asClass(), found);
            }
        }
        return found;
    }

    private void collect(Type type, Set<ClassInfo> found) {
        if (type.kind() == Type.Kind.PARAMETERIZED_TYPE) {
            type.asParameterizedType().arguments().forEach(argument -> collect(argument, found));
        }
        ClassInfo known = index.getClassByName(type.name());
        if (known != null && known.isRecord() && found.add(known)) {
            known.recordComponents().forEach(field -> collect(field.type(), found));
        }
    }
}
