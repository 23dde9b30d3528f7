package org.athena.devmode.openapi;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;

/** What features declare by implementing an interface of the platform. */
final class Declared {

    private Declared() {}

    /** One object of each class that implements the interface. */
    static <T> List<T> sources(IndexView index, Class<T> type) {
        List<T> sources = new ArrayList<>();
        for (Class<? extends T> each : classes(index, type)) {
            sources.add(made(each));
        }
        return sources;
    }

    /** The classes that implement the interface. */
    static <T> List<Class<? extends T>> classes(IndexView index, Class<T> type) {
        List<Class<? extends T>> classes = new ArrayList<>();
        for (ClassInfo each : index.getAllKnownImplementations(type)) {
            classes.add(load(each).asSubclass(type));
        }
        return classes;
    }

    private static <T> T made(Class<T> type) {
        try {
            Constructor<T> made = type.getDeclaredConstructor();
            made.setAccessible(true);
            return made.newInstance();
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
}
