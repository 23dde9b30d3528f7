package org.athena.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

import org.athena.platform.database.DatabaseUrl;

/** The password of the service's role in a file, as a mounted secret is; the address of the database names none. */
public final class PasswordFile {

    private static Path file;

    private PasswordFile() {}

    /** Moves the password from the address of the database into the file. */
    static Map<String, String> of(String databaseUrl) {
        try {
            file = Files.createTempDirectory("athena-secret").resolve("password");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        file.getParent().toFile().deleteOnExit();
        file.toFile().deleteOnExit();
        DatabaseUrl service = DatabaseUrl.parse("SERVICE", databaseUrl);
        write(service.password() + "\n");
        return Map.of(
                "DATABASE_URL",
                databaseUrl.replaceFirst("://([^:@/]+):[^@]*@", "://$1@"),
                "DATABASE_PASSWORD_FILE",
                file.toString());
    }

    /** Puts another text in its place at once, as Kubernetes does. */
    public static void write(String text) {
        try {
            Path next = Files.writeString(file.resolveSibling("next"), text);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
