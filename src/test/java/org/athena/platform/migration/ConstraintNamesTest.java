package org.athena.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.athena.platform.problem.Conflicts;
import org.athena.platform.problem.ConstraintName;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Whatever the database refuses, the answer can name the field: a feature says it, or the name of the constraint does. */
@QuarkusTest
@WithTestResource(Installation.class)
class ConstraintNamesTest {

    private static final String CONSTRAINTS = """
            select c.relname || ' ' || k.conname
              from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
             where n.nspname = 'athena' and k.contype in ('u', 'f', 'c', 'x') and not c.relispartition
            union
            select t.relname || ' ' || i.relname
              from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
              join pg_namespace n on n.oid = t.relnamespace
             where n.nspname = 'athena' and x.indisunique and not x.indisprimary and not t.relispartition""";

    private static final String COLUMNS = """
            select c.relname || ' ' || a.attname
              from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
             where n.nspname = 'athena' and a.attnum > 0""";

    @Inject
    Conflicts conflicts;

    @Test
    void everyConstraintIsKnownOrNamedForItsColumns() {
        Set<String> columns = Set.copyOf(lines(COLUMNS));
        List<String> dumb = lines(CONSTRAINTS).stream()
                .filter(constraint -> !tells(constraint.split(" "), columns))
                .collect(Collectors.toList());
        assertThat(dumb).isEmpty();
    }

    private static List<String> lines(String query) {
        return List.of(Schools.text("select string_agg(line, chr(10)) from (" + query + ") found (line)")
                .split("\n"));
    }

    private boolean tells(String[] constraint, Set<String> columns) {
        String field = new ConstraintName(constraint[1], constraint[0]).field();
        return conflicts.of(constraint[1]).isPresent()
                || columns.contains(constraint[0] + " " + field)
                // Several columns, the last of which tells most.
                || columns.stream()
                        .anyMatch(column -> column.startsWith(constraint[0] + " ")
                                && field.endsWith("_" + column.substring(constraint[0].length() + 1)));
    }
}
