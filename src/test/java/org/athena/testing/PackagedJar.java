package org.athena.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged jar, started by a test in a process of its own; the build lets coverage be measured there, too. */
public final class PackagedJar {

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");

    private PackagedJar() {}

    /** Whether the build made a native executable instead. */
    public static boolean isNative() {
        return Boolean.getBoolean("athena.test.native");
    }

    /** The command line of the operator's commands, which the native executable takes as well. */
    public static List<String> operatorsCommand(String... arguments) {
        if (!isNative()) {
            return command(arguments);
        }
        List<String> command = new ArrayList<>(List.of(System.getProperty("native.image.path")));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The command line with these arguments. */
    public static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        String agent = System.getProperty("athena.test.agent", "");
        if (!agent.isBlank()) {
            command.add(agent);
        }
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        return command;
    }
}
