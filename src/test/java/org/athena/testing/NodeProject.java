package org.athena.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A project of Node below {@code src/test}, installed and run outside the sources, so that the tree stays as it is. */
public final class NodeProject {

    private static final int PATIENCE_MINUTES = 3;

    private final Path copy;

    private NodeProject(Path copy) {
        this.copy = copy;
    }

    /** Copies the files of {@code src/test/<name>}, and installs what its lock file names. */
    public static NodeProject install(String name) throws IOException, InterruptedException {
        Path copy = Files.createDirectories(Path.of("target", name));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("src/test", name), Files::isRegularFile)) {
            for (Path file : files) {
                Files.copy(file, copy.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        NodeProject project = new NodeProject(copy);
        project.run(Map.of(), "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error");
        return project;
    }

    /** Writes a file into it. */
    public void write(String name, String text) throws IOException {
        Files.writeString(copy.resolve(name), text);
    }

    /**
     * Runs a command to its end, which must be a success.
     *
     * @param environment beside the variables of this process
     * @return what it printed
     */
    public String run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        Path output = copy.resolve(command[0] + ".out");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(copy.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        assertThat(ended).as("%s ended in time", String.join(" ", command)).isTrue();
        String text = Files.readString(output).strip();
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }
}
