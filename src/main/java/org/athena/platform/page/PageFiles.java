package org.athena.platform.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

/**
 * The files of the page on the class path. The build lists them in {@code files.txt}, because a class path cannot be listed. A file
 * is read at its first use and stays in memory, which the list bounds; nothing is written to a disk.
 */
@Singleton
class PageFiles {

    private static final String ROOT = "page/";
    private static final String LIST = "files.txt";
    private static final String COMPRESSED = ".gz";

    private final Set<String> names = list();
    private final Map<String, PageFile> kept = new ConcurrentHashMap<>();

    /** Whether the package has a page. */
    boolean present() {
        return names.contains("index.html");
    }

    /**
     * A file of the page.
     *
     * @param name its path without a leading slash
     * @param gzip whether the client understands gzip
     * @return empty when the page has no file of that name
     */
    Optional<PageFile> find(String name, boolean gzip) {
        if (!names.contains(name) || name.endsWith(COMPRESSED)) {
            return Optional.empty();
        }
        boolean compressed = gzip && names.contains(name + COMPRESSED);
        return Optional.of(kept.computeIfAbsent(
                compressed ? name + COMPRESSED : name, path -> PageFile.of(name, read(path), compressed)));
    }

    private static Set<String> list() {
        byte[] list = read(LIST);
        return list == null
                ? Set.of()
                : new String(list, StandardCharsets.UTF_8).lines().collect(Collectors.toUnmodifiableSet());
    }

    private static byte[] read(String path) {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(ROOT + path)) {
            return file == null ? null : file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
