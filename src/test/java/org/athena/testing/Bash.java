package org.athena.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Commands of a page, as a reader pastes them into a shell. */
public final class Bash {

    private static final int PATIENCE_MINUTES = 3;

    private Bash() {}

    /**
     * Runs them to their end, in one shell.
     *
     * @param notes a directory for the commands and for what they print
     * @param working the directory that they are run in
     * @param variables beside those of this process
     * @return what they printed
     */
    public static String run(Path notes, Path working, String commands, Map<String, String> variables)
            throws IOException, InterruptedException {
        Path script = Files.writeString(notes.resolve("commands"), commands).toAbsolutePath();
        Path output = notes.resolve("output");
        ProcessBuilder builder = new ProcessBuilder("bash", script.toString())
                .directory(working.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(variables);
        boolean ended = ends(builder.start());
        String printed = Files.readString(output);
        assertThat(ended).as("%s%nended in time", printed).isTrue();
        return printed;
    }

    /** A page that stopped halfway leaves what it started. */
    private static boolean ends(Process process) throws InterruptedException {
        boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroyForcibly();
        return ended;
    }
}
