package org.athena.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.athena.platform.tenancy.Tenancy;
import org.athena.testing.CountingProxy;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(Installation.class)
class BulkWriteTest {

    private record Line(UUID id, String text, LocalDate day, BigDecimal number, Integer whole) {}

    private static final String TABLE =
            "create temporary table bulk_lines (id uuid, text text, day date, number numeric, whole int, at bigint, mark text)";

    private static final String INSERT =
            "insert into bulk_lines select id, text, day, number, whole, place, :mark from {rows} order by place";

    @Inject
    Tenancy tenancy;

    @Inject
    EntityManager entities;

    private static BulkWrite<Line> lines(String statement) {
        return BulkWrite.<Line>of(statement)
                .uuid("id", Line::id)
                .text("text", Line::text)
                .date("day", Line::day)
                .decimal("number", Line::number)
                .whole("whole", Line::whole);
    }

    private List<?> inTable(String question, Runnable before) {
        Schools schools = Schools.create();
        return tenancy.as(
                schools.first().id(),
                schools.first().person("rector"),
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    entities.createNativeQuery(TABLE).executeUpdate();
                    before.run();
                    List<?> answer = entities.createNativeQuery(question).getResultList();
                    entities.createNativeQuery("drop table bulk_lines").executeUpdate();
                    return answer;
                }));
    }

    @Test
    void everyTypeAndNullArriveAsTheyAre() {
        Line full = new Line(
                UUID.fromString("0198c5a0-0000-7000-8000-000000000001"),
                "a, {\"b\"} 'c' \\ ñ",
                LocalDate.of(2026, 2, 28),
                new BigDecimal("4.250"),
                7);
        Line empty = new Line(null, null, null, null, null);
        assertThat(inTable(
                        "select concat_ws('|', id, text, day, number, whole, at, mark) from bulk_lines order by at",
                        () -> assertThat(lines(INSERT).execute(entities, List.of(full, empty), Map.of("mark", "x")))
                                .isEqualTo(2)))
                .hasToString("[0198c5a0-0000-7000-8000-000000000001|a, {\"b\"} 'c' \\ ñ|2026-02-28|4.250|7|1|x, 2|x]");
    }

    @Test
    void manyRowsTakeAStatementForEachFiveHundred() {
        List<Line> many = IntStream.range(0, 1001)
                .mapToObj(i -> new Line(null, "t", null, null, i))
                .toList();
        BulkWrite<Line> write = lines(INSERT + " returning whole");
        assertThat(inTable("select count(*)::text from bulk_lines", () -> {
                    // The driver asks once for a connection which types arrays have.
                    write.execute(entities, many.subList(0, 1), Map.of("mark", "x"), Integer.class);
                    int before = CountingProxy.turns();
                    assertThat(write.execute(entities, many, Map.of("mark", "x"), Integer.class))
                            .isEqualTo(IntStream.range(0, 1001).boxed().toList());
                    assertThat(CountingProxy.turns() - before).isEqualTo(3);
                }))
                .hasToString("[1002]");
    }

    @Test
    void noRowsAreNoStatement() {
        inTable("select 1", () -> {
            int before = CountingProxy.turns();
            assertThat(lines(INSERT).execute(entities, List.of(), Map.of("mark", "x")))
                    .isZero();
            assertThat(CountingProxy.turns()).isEqualTo(before);
        });
    }
}
