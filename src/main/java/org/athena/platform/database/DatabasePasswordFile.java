package org.athena.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.util.Map;

import jakarta.inject.Singleton;

import io.quarkus.credentials.CredentialsProvider;

/**
 * The password of the service's role in a file, such as a mounted Kubernetes secret, read whenever the pool opens a connection: a
 * password that was changed is used from then on, without a restart. It stands before the one in {@code DATABASE_URL}, for
 * {@code migrate} as well, which gives it to the role.
 */
@Singleton
public class DatabasePasswordFile implements CredentialsProvider {

    /** The variable that names the file. */
    public static final String VARIABLE = "DATABASE_PASSWORD_FILE";

    /** PostgreSQL's state for who may not come in, so that a request which meets it is told to try again. */
    private static final String NO_PASSWORD = "28000";

    /**
     * @param file the provider's name in the configuration, which is the file's
     * @throws IllegalStateException when there is no password in it, such as while it is being written
     */
    @Override
    public Map<String, String> getCredentials(String file) {
        try {
            return Map.of(PASSWORD_PROPERTY_NAME, read(Path.of(file)));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(new SQLInvalidAuthorizationSpecException(e.getMessage(), NO_PASSWORD));
        }
    }

    /**
     * The file's text without the line break at its end, which most editors and {@code echo} add.
     *
     * @throws IllegalArgumentException naming the variable, when it cannot be read or is empty
     */
    public static String read(Path file) {
        String password;
        try {
            password = Files.readString(file).replaceFirst("\\R+\\z", "");
        } catch (IOException e) {
            throw new IllegalArgumentException(VARIABLE + " names a file that cannot be read");
        }
        if (password.isEmpty()) {
            throw new IllegalArgumentException(VARIABLE + " names an empty file");
        }
        return password;
    }
}
