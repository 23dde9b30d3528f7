package org.athena.platform.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A text file that is packaged with the service.
 *
 * @param path its path among the resources
 */
record PackagedFile(String path) {

    /** Its content, read as UTF-8. */
    String text() {
        try (InputStream bytes = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            if (bytes == null) {
                throw new IllegalStateException(path + " is not packaged");
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }
}
