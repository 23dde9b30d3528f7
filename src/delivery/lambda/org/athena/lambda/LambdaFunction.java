package org.athena.lambda;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The function as it is uploaded, {@code target/function.zip}, unpacked and started as Lambda does: a native one by its
 * {@code bootstrap}, one of classes by AWS' runtime client. It is ended by its own handle.
 */
final class LambdaFunction implements AutoCloseable {

    private static final Path ARCHIVE = Path.of("target/function.zip");
    private static final String RUNTIME = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    /** As the template names it. */
    private static final String HANDLER = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest";

    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "LANG", "TMPDIR");

    private final Process process;
    private final Path log;

    private LambdaFunction(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * @param directory an empty one, for what the archive holds
     * @param events where it asks for events
     * @param settings its environment variables
     */
    static LambdaFunction start(Path directory, EventServer events, Map<String, String> settings) throws Exception {
        unpack(directory);
        Path log = directory.resolve("function.log");
        ProcessBuilder builder = new ProcessBuilder(command(directory))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", events.runtimeApi());
        builder.environment().put("AWS_LAMBDA_FUNCTION_NAME", "athena-api");
        builder.environment().put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
        builder.environment().put("LAMBDA_TASK_ROOT", directory.toString());
        builder.environment().putAll(settings);
        return new LambdaFunction(builder.start(), log);
    }

    private static void unpack(Path directory) throws IOException {
        try (ZipInputStream archive = new ZipInputStream(Files.newInputStream(ARCHIVE))) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                Path file = directory.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    // Quarkus archives PanacheEntity twice; no entity of ours is one.
                    Files.copy(archive, file, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static List<String> command(Path directory) throws IOException, URISyntaxException {
        Path bootstrap = directory.resolve("bootstrap");
        if (Files.exists(bootstrap)) {
            bootstrap.toFile().setExecutable(true);
            return List.of(bootstrap.toString());
        }
        String java = System.getProperty("java.home") + "/bin/java";
        String classes = directory + File.pathSeparator + directory.resolve("lib") + "/*";
        return List.of(java, "-Xmx512m", "-cp", classes + File.pathSeparator + runtime(), RUNTIME, HANDLER);
    }

    /** AWS' own classes, which are not in the archive: Lambda has them. */
    private static String runtime() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> jar.contains("aws-lambda-java-") || jar.contains("utils-lite"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** What it has said so far. */
    String output() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
