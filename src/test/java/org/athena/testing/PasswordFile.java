package org.athena.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;

import org.athena.platform.database.DatabaseUrl;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** The tests' database, whose address names no password: that is in a file, as a mounted secret is. */
public class PasswordFile implements QuarkusTestResourceLifecycleManager {

    private static Path file;

    @Override
    public Map<String, String> start() {
        try {
            file = Files.createTempDirectory("athena-secret").resolve("password");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        DatabaseUrl service = DatabaseUrl.parse("SERVICE", DatabaseResource.serviceUrl());
        write(service.password() + "\n");
        Map<String, String> settings = new HashMap<>(DatabaseResource.settings(DatabaseResource.port()));
        settings.put(
                "DATABASE_URL",
                "postgresql://" + service.user() + "@" + service.host() + ":" + service.port() + "/"
                        + service.database());
        settings.put("DATABASE_PASSWORD_FILE", file.toString());
        return settings;
    }

    @Override
    public void stop() {
        // What starts next reads the settings before they are taken back.
        file.getParent().toFile().deleteOnExit();
        file.toFile().deleteOnExit();
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
