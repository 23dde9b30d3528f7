package org.athena.platform.database;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

/**
 * A statement that writes many rows at once. The values of each column are one array, so the text of the statement does not
 * depend on the number of rows. It writes 500 rows at a time, in the order of the list.
 *
 * @param <R> the type of the rows
 */
public final class BulkWrite<R> {

    private static final int AT_A_TIME = 500;
    private static final String ROWS = "{rows}";

    private record Column<R>(String name, String type, IntFunction<Object[]> array, Function<R, ?> value) {}

    private final String statement;
    private final List<Column<R>> columns;

    private BulkWrite(String statement, List<Column<R>> columns) {
        this.statement = statement;
        this.columns = columns;
    }

    /**
     * @param statement the statement, in which {@code {rows}} stands for a table {@code row} with the columns that are added here
     *     and {@code place}, the number of the row
     */
    public static <R> BulkWrite<R> of(String statement) {
        return new BulkWrite<>(statement, List.of());
    }

    /** A column of texts; other values are written with {@code toString}. */
    public BulkWrite<R> text(String name, Function<R, ?> value) {
        return with(
                name, "text", String[]::new, row -> value.apply(row) == null ? null : String.valueOf(value.apply(row)));
    }

    public BulkWrite<R> uuid(String name, Function<R, UUID> value) {
        return with(name, "uuid", UUID[]::new, value);
    }

    public BulkWrite<R> date(String name, Function<R, LocalDate> value) {
        return with(name, "date", LocalDate[]::new, value);
    }

    public BulkWrite<R> decimal(String name, Function<R, BigDecimal> value) {
        return with(name, "numeric", BigDecimal[]::new, value);
    }

    public BulkWrite<R> whole(String name, Function<R, Integer> value) {
        return with(name, "int", Integer[]::new, value);
    }

    private BulkWrite<R> with(String name, String type, IntFunction<Object[]> array, Function<R, ?> value) {
        Stream<Column<R>> added = Stream.of(new Column<>(name, type, array, value));
        return new BulkWrite<>(statement, Stream.concat(columns.stream(), added).toList());
    }

    /**
     * Writes the rows.
     *
     * @param parameters the other parameters of the statement
     * @return the number of rows that the database wrote
     */
    public int execute(EntityManager entities, List<R> rows, Map<String, ?> parameters) {
        return chunks(rows)
                .mapToInt(some -> fill(entities.createNativeQuery(sql()), some, parameters)
                        .executeUpdate())
                .sum();
    }

    /** Writes the rows by a statement that returns a value for each ({@code returning}). */
    @SuppressWarnings("unchecked")
    public <T> List<T> execute(EntityManager entities, List<R> rows, Map<String, ?> parameters, Class<T> returned) {
        List<T> all = new ArrayList<>();
        chunks(rows)
                .forEach(some -> all.addAll(fill(entities.createNativeQuery(sql(), returned), some, parameters)
                        .getResultList()));
        return all;
    }

    private static <R> Stream<List<R>> chunks(List<R> rows) {
        return Stream.iterate(0, from -> from < rows.size(), from -> from + AT_A_TIME)
                .map(from -> rows.subList(from, Math.min(from + AT_A_TIME, rows.size())));
    }

    private Query fill(Query query, List<R> rows, Map<String, ?> parameters) {
        parameters.forEach(query::setParameter);
        columns.forEach(column -> query.setParameter(
                column.name(), rows.stream().map(column.value()).toArray(column.array())));
        return query;
    }

    private String sql() {
        String arrays = columns.stream()
                .map(column -> "cast(:%s as %s[])".formatted(column.name(), column.type()))
                .collect(Collectors.joining(", "));
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        return statement.replace(ROWS, "unnest(" + arrays + ") with ordinality row (" + names + ", place)");
    }
}
