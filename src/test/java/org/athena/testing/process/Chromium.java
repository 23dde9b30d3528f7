package org.athena.testing.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Finds the browser of the browser tests: the one that {@code CHROMIUM} names, the system's, or the one that Playwright fetches. */
public final class Chromium {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final int PATIENCE_MINUTES = 5;

    private Chromium() {}

    /** The one that {@code CHROMIUM} names, else the system's. */
    public static Optional<Path> system() {
        return Stream.concat(
                        Stream.ofNullable(System.getenv("CHROMIUM")).map(Path::of),
                        Stream.of(System.getenv("PATH").split(File.pathSeparator))
                                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name))))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Whether Playwright has a Chromium of its own, fetched now if need be. */
    public static boolean fetched(Path page) throws IOException, InterruptedException {
        Process fetch = new ProcessBuilder("npx", "playwright", "install", "chromium")
                .directory(page.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!fetch.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            fetch.destroyForcibly();
            return false;
        }
        return fetch.exitValue() == 0;
    }
}
