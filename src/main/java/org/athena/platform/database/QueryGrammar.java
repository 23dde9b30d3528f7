package org.athena.platform.database;

import java.util.List;

import org.antlr.v4.runtime.atn.PredictionMode;
import org.hibernate.query.hql.internal.HqlParseTreeBuilder;

/**
 * Prepares Hibernate's query parser, which learns the grammar from the queries that it reads. Without this, the first queries
 * would slow down the first answers. The parser reads the samples when this class is initialized: during the build of a native
 * executable, and on the JVM before the service is ready.
 */
public final class QueryGrammar {

    // The forms of the service's own queries. A form that is missing here still works, and is learned later.
    private static final List<String> SAMPLES = List.of(
            """
            select a, exists (select 1 from B b where b.c = a.id and b.d = 'e' and is_any_of(b.d, :f))
              from A a left join fetch a.g h left join fetch h.i
             where a.id = :id and a.id in (select b.c from B b where is_any_of(b.d, :f))""",
            "select a, false from A a left join fetch a.g h left join fetch h.i where a.id = :id",
            "select a, count(*) over () from A a where b = :b and c.d = :c_d order by d, e desc",
            "select count(*) from A a where is_any_of(b, ?1) and c >= :c",
            "from A where lower(a) = lower(?1) and b is null and c is not null and d >= :e and d < :f ORDER BY `d` DESC",
            """
            from A where is_like_all(function('f.g' as String, a || ' ' || coalesce(b, '') || ' ' || c), :d)
               and e = :e ORDER BY `a` , `b`""",
            "SELECT COUNT(*) from A where is_like_all(a, :b) and c = true",
            "select a, b from A where is_any_of(b, ?1)",
            "update A set a = :a, b = b + 1 where c = :c",
            "delete from A where a = ?1 and b in ?2");

    static {
        SAMPLES.forEach(QueryGrammar::read);
    }

    private QueryGrammar() {}

    /** Makes sure that the parser has read the samples. */
    public static void ready() {
        // The call initializes the class.
    }

    private static void read(String query) {
        var parser =
                HqlParseTreeBuilder.INSTANCE.buildHqlParser(query, HqlParseTreeBuilder.INSTANCE.buildHqlLexer(query));
        // Hibernate itself reads queries in this mode first.
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.statement();
        if (parser.getNumberOfSyntaxErrors() > 0) {
            throw new IllegalStateException("no query of Hibernate's: " + query);
        }
    }
}
