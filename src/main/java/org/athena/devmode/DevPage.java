package org.athena.devmode;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Starts the page's own server (Vite) beside dev mode. It loads what a developer changes without a restart, and it hands requests
 * for the API on to the service. It ends with dev mode, because its standard input ends then.
 */
final class DevPage {

    private static final int USUAL_PORT = 5173;
    private static final List<String> NAMES = List.of("npm", "npm.cmd");

    private final Path folder;
    private final Path log;
    private final String npm;
    private final int port;

    private DevPage(Path folder, Path log, String npm, int port) {
        this.folder = folder;
        this.log = log;
        this.npm = npm;
        this.port = port;
    }

    /**
     * Starts the page in the background, and installs its libraries before that where they are missing.
     *
     * @param target the build's directory; the page stands in the project beside it
     * @param api the address of the service
     * @return the page's address, or empty without Node
     */
    static Optional<String> start(Path target, String api) throws IOException {
        Optional<String> npm = npm(System.getenv("PATH"));
        if (npm.isEmpty()) {
            return Optional.empty();
        }
        Files.createDirectories(target);
        Path folder = target.resolveSibling("src/main/webui");
        DevPage page = new DevPage(folder, target.resolve("page.log"), npm.get(), freePort());
        Thread background = new Thread(() -> page.run(api), "page");
        background.setDaemon(true);
        background.start();
        return Optional.of("http://localhost:" + page.port);
    }

    static Optional<String> npm(String path) {
        return Stream.of(path == null ? new String[0] : path.split(File.pathSeparator))
                .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /** The usual port, which bookmarks name, or any other when somebody has it. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(USUAL_PORT)) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }
    }

    private void run(String api) {
        try {
            if (installed() || command(api, "ci").waitFor() == 0) {
                command(api, "run", "dev", "--", "--port", String.valueOf(port)).waitFor();
            }
            System.err.println("the page has ended: " + log + " says why");
        } catch (IOException e) {
            System.err.println("the page cannot be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** npm keeps its own copy of the lock beside what it has installed. */
    private boolean installed() throws IOException {
        Path kept = folder.resolve("node_modules/.package-lock.json");
        Path lock = folder.resolve("package-lock.json");
        return Files.exists(kept) && Files.getLastModifiedTime(kept).compareTo(Files.getLastModifiedTime(lock)) >= 0;
    }

    private Process command(String api, String... arguments) throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                        Stream.concat(Stream.of(npm), Stream.of(arguments)).toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Map<String, String> environment = command.environment();
        environment.put("ATHENA_API", api);
        // Vite ends with its standard input, but not where it believes to run for a build server.
        environment.remove("CI");
        Process process = command.start();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> process.descendants().forEach(ProcessHandle::destroy)));
        return process;
    }
}
