package org.athena.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationFilesTest {

    private static final Path DIRECTORY = Path.of("src/main/resources/db/migration");
    private static final Pattern COMMENT = Pattern.compile("--[^\n]*");
    /** What a function says is done when it is called, not by the migration. */
    private static final Pattern FUNCTION =
            Pattern.compile("create( or replace)? (function|procedure).*?(\\$\\w*\\$).*?\\3", Pattern.DOTALL);

    private static final Pattern CHANGE = Pattern.compile(
            "\\bupdate\\s+(only\\s+)?\\w+\\.\\w+(\\s+(as\\s+)?\\w+)?\\s+set\\b|\\bdelete\\s+from\\b|\\bmerge\\s+into\\b"
                    + "|\\binsert\\s+into\\s+[^;]*?\\bselect\\b");
    private static final Pattern CHECK =
            Pattern.compile("get diagnostics\\s+\\w+\\s*=\\s*row_count.*raise exception", Pattern.DOTALL);

    @Test
    void everyMigrationIsPackagedInItsOrder() throws IOException {
        assertThat(MigrationFiles.packaged().files())
                .extracting(MigrationFile::getFilename)
                .containsExactlyElementsOf(names());
        assertThat(MigrationFiles.packaged().files())
                .extracting(MigrationFile::version)
                .doesNotHaveDuplicates()
                .isSorted()
                .last()
                .isEqualTo(MigrationFiles.packaged().version());
    }

    @Test
    void aMigrationThatChangesRowsCountsThem() throws IOException {
        for (String name : names()) {
            assertThat(unchecked(Files.readString(DIRECTORY.resolve(name))))
                    .as(name + ": a backfill checks its row count (docs/operations/migrations.md)")
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update athena.users u set status = 'x';",
                "update only athena.users set status = 'x';",
                "do $$ begin delete from athena.users; end $$;",
                "create function athena.f() returns int language sql as $$ select 1 $$; update athena.users set a = 1;",
                "insert into athena.users (id) select id from athena.students;",
                "do $$ begin update athena.users set a = 1; get diagnostics n = row_count; end $$;"
            })
    void anUncheckedBackfillIsSeen(String sql) {
        assertThat(unchecked(sql)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "create trigger touch before update on athena.users for each row execute function athena.touch_row();",
                "create function athena.f() returns void language sql as $$ delete from athena.users $$;",
                "create policy p_update on athena.users for update using (true);",
                "-- update athena.users set a = 1"
            })
    void whatChangesNoRowsNeedsNoCheck(String sql) {
        assertThat(unchecked(sql)).isFalse();
    }

    /** The page's pattern is one that the rule lets pass. */
    @Test
    void thePatternOfThePageIsChecked() throws IOException {
        String page = Files.readString(Path.of("docs/operations/migrations.md"));
        String pattern = page.substring(page.indexOf("```sql") + 6);
        pattern = pattern.substring(0, pattern.indexOf("```"));
        assertThat(CHANGE.matcher(pattern).find()).isTrue();
        assertThat(unchecked(pattern)).isFalse();
    }

    private static boolean unchecked(String sql) {
        String done = COMMENT.matcher(sql.toLowerCase()).replaceAll("");
        done = FUNCTION.matcher(done).replaceAll("");
        return CHANGE.matcher(done).find() && !CHECK.matcher(done).find();
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
