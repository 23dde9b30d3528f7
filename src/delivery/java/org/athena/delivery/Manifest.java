package org.athena.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.yaml.snakeyaml.Yaml;

/**
 * One object of the files in {@code src/main/kubernetes}, or a part of one.
 *
 * @param name where it is from, for messages
 * @param content as YAML reads it
 */
record Manifest(String name, Map<String, Object> content) {

    static final Path DIRECTORY = Path.of("src/main/kubernetes");

    /** All of them, what kustomize reads included. */
    static List<Manifest> all() throws IOException {
        try (Stream<Path> files = Files.walk(DIRECTORY)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .flatMap(file -> in(file).stream())
                    .toList();
        }
    }

    /** The one object of a file. */
    static Manifest of(String file) {
        return in(DIRECTORY.resolve(file)).get(0);
    }

    private static List<Manifest> in(Path file) {
        try {
            List<Manifest> objects = new ArrayList<>();
            for (Object object : new Yaml().loadAll(Files.readString(file))) {
                objects.add(new Manifest(DIRECTORY.relativize(file).toString(), cast(object)));
            }
            return objects;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is at a path such as {@code spec.template}; null when nothing is. A number picks from a list. */
    Object at(String path) {
        Object at = content;
        for (String step : path.split("\\.")) {
            if (at instanceof List<?> list) {
                at = list.get(Integer.parseInt(step));
            } else {
                at = at == null ? null : cast(at).get(step);
            }
        }
        return at;
    }

    /** The same for a part that has parts of its own; empty when there is none. */
    Manifest part(String path) {
        Object part = at(path);
        return new Manifest(name + " " + path, part == null ? Map.of() : cast(part));
    }

    /** Every list under a name, at any depth, joined. */
    List<Manifest> everywhere(String key) {
        List<Manifest> found = new ArrayList<>();
        search(content, key, found);
        return found;
    }

    private void search(Object at, String key, List<Manifest> found) {
        if (at instanceof List<?> list) {
            list.forEach(element -> search(element, key, found));
        } else if (at instanceof Map<?, ?> map) {
            if (map.get(key) instanceof List<?> list) {
                list.forEach(element -> found.add(new Manifest(name + " " + key, cast(element))));
            }
            map.values().forEach(value -> search(value, key, found));
        }
    }

    @Override
    public String toString() {
        return name;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Object object) {
        return (Map<String, Object>) object;
    }
}
