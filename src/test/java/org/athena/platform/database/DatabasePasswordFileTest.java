package org.athena.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabasePasswordFileTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n"})
    void theLineBreakAtTheEndIsNoPartOfThePassword(String end) throws IOException {
        assertThat(DatabasePasswordFile.read(file(" pass word! " + end))).isEqualTo(" pass word! ");
    }

    @Test
    void whatCannotBeUsedIsRefusedByVariable() throws IOException {
        Path empty = file("\n");
        assertThatThrownBy(() -> DatabasePasswordFile.read(empty))
                .hasMessage("DATABASE_PASSWORD_FILE names an empty file");
        assertThatThrownBy(() -> DatabasePasswordFile.read(directory.resolve("none")))
                .hasMessage("DATABASE_PASSWORD_FILE names a file that cannot be read");
    }

    @Test
    void aRequestThatMeetsItIsToldToTryAgain() throws IOException {
        String empty = file("").toString();
        assertThatThrownBy(() -> new DatabasePasswordFile().getCredentials(empty))
                .satisfies(e -> assertThat(DatabaseFault.outage(e))
                        .get()
                        .extracting(ProblemException::code)
                        .isEqualTo(ProblemCode.UNAVAILABLE));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("password"), text);
    }
}
