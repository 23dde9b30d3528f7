package org.athena.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.util.Map;

import jakarta.inject.Singleton;

import io.quarkus.credentials.CredentialsProvider;

/**
 * The password of the service's role in a file, such as a mounted Kubernetes secret. It is read whenever the pool opens a
 * connection, so a changed password takes effect without a restart. It takes precedence over the password in {@code
 * DATABASE_URL}. {@code migrate} also reads it, and gives it to the role.
 */
@Singleton
public class DatabasePasswordFile implements CredentialsProvider {

    /** The variable that names the file. */
    public static final String VARIABLE = "DATABASE_PASSWORD_FILE";

    /** PostgreSQL's state for a refused role, so that a request that meets it is told to try again. */
    private static final String NO_PASSWORD = "28000";

    /**
     * @param file the name of the provider in the configuration, which is the path of the file
     * @throws IllegalStateException when the file contains no password, for example while it is being written
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
     * @throws IllegalArgumentException when the file cannot be read or is empty; the message names the variable
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
