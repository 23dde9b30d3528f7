package org.athena.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.athena.testing.process.Packaged;

/**
 * The root file system that a container of {@code Dockerfile.native-micro} sees, without an engine: the executable at its place, the
 * libraries of the base image that it is linked with, what every engine mounts ({@code /proc}, {@code /dev}), and nothing else.
 * Nobody can write to it, and whoever is started in it is the image's user.
 */
final class MicroImage {

    private static final Pattern LIBRARY = Pattern.compile("(/\\S+) \\(0x");
    private static final Dockerfile IMAGE = image();

    private final Path root;

    private MicroImage(Path root) {
        this.root = root;
    }

    /** Makes it in an empty directory. */
    static MicroImage of(Path executable, Path root) throws IOException, InterruptedException {
        for (String mounted : List.of("proc", "dev", "tmp")) {
            Files.createDirectories(root.resolve(mounted));
        }
        copy(executable, root, Path.of(entryPoint()));
        for (String library : libraries(executable)) {
            copy(Path.of(library).toRealPath(), root, Path.of(library));
        }
        return new MicroImage(root);
    }

    /** What an engine runs for the image. */
    Packaged started() {
        return new Packaged("native-micro", command(), root.resolve(entryPoint().substring(1)));
    }

    /** The same with arguments. The process stays the one that was started: each program becomes the next. */
    List<String> command(String... arguments) {
        String mounts = "mount --bind \"$1\" \"$1\" && mount --rbind /proc \"$1/proc\" && mount --rbind /dev \"$1/dev\""
                + " && mount -o remount,bind,ro \"$1\" && root=$1 && shift && exec chroot --userspec=" + user()
                + " \"$root\" \"$@\"";
        List<String> command = new ArrayList<>(List.of(
                "unshare",
                "--mount",
                "sh",
                "-c",
                mounts,
                "sh",
                root.toAbsolutePath().toString(),
                entryPoint()));
        Collections.addAll(command, arguments);
        return command;
    }

    /** Such as {@code 1001:1001}. */
    static String user() {
        return IMAGE.values("USER").get(0);
    }

    private static String entryPoint() {
        return IMAGE.values("ENTRYPOINT").get(0).replaceAll("[\\[\\]\"]", "");
    }

    private static Dockerfile image() {
        try {
            return Dockerfile.of(Dockerfile.DIRECTORY.resolve("Dockerfile.native-micro"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path from, Path root, Path to) throws IOException {
        Path target = root.resolve(to.toString().substring(1));
        Files.createDirectories(target.getParent());
        Files.copy(from, target);
        target.toFile().setExecutable(true, false);
        target.toFile().setReadable(true, false);
    }

    private static List<String> libraries(Path executable) throws IOException, InterruptedException {
        Process ldd = new ProcessBuilder("ldd", executable.toString()).start();
        String said = new String(ldd.getInputStream().readAllBytes());
        if (ldd.waitFor() != 0) {
            throw new IllegalStateException("ldd: " + said);
        }
        Matcher library = LIBRARY.matcher(said);
        return library.results().map(found -> found.group(1)).toList();
    }
}
