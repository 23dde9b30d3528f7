package org.athena.platform.database;

import java.util.List;

import org.antlr.v4.runtime.atn.PredictionMode;
import org.hibernate.query.hql.internal.HqlParseTreeBuilder;

/**
 * Hibernate's grammar of queries, which learns from every query that it reads: the first ones would cost a
 * part of the time to the first answer. What it learns from the samples here is learned when this class is initialized: in a
 * native executable while the image is built, on the JVM before the service is ready.
 */
public final class QueryGrammar {

    // The forms of the service's own queries. What is missing here is read all the same, only later.
    private static final List<String> SAMPLES = List.of(
            """
            select a, (select count(b) from B b where b.c = a.id and b.d = 'e' and b.d in :f)
              from A a left join fetch a.g h left join fetch h.i
             where a.id = :id and (:all = true or a.id in (select b.c from B b where b.d in :f))""",
            "from A where a = ?1 and (b = ?2 or ?3 = true) and c in ?4 order by d, e desc",
            "from A where lower(a) = lower(?1) and b is null and c is not null and d >= :e and d < :f ORDER BY `d` DESC",
            """
            from A where function('f.g' as String, a || ' ' || coalesce(b, '') || ' ' || c) like :d escape '!'
               and e = :e ORDER BY `a` , `b`""",
            "SELECT COUNT(*) from A where a like :b escape '!' and c = true",
            "select a, b from A where b in ?1",
            "update A set a = :a, b = b + 1 where c = :c",
            "delete from A where a = ?1 and b in ?2");

    static {
        SAMPLES.forEach(QueryGrammar::read);
    }

    private QueryGrammar() {}

    /** Has it ready from here on. */
    public static void ready() {
        // Whoever calls this has the class initialized.
    }

    private static void read(String query) {
        var parser =
                HqlParseTreeBuilder.INSTANCE.buildHqlParser(query, HqlParseTreeBuilder.INSTANCE.buildHqlLexer(query));
        // The mode in which Hibernate itself reads a query first.
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.statement();
        if (parser.getNumberOfSyntaxErrors() > 0) {
            throw new IllegalStateException("no query of Hibernate's: " + query);
        }
    }
}
