package org.athena.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.athena.testing.PooledRun;
import org.athena.testing.Pooler;
import org.athena.testing.PoolerConsole;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The closing check of a run through PgBouncer. Tests without Quarkus run after all others, while the last service is still
 * up, so the pooler's own figures tell what went through.
 */
@EnabledIfSystemProperty(named = PooledRun.PROPERTY, matches = ".*")
class PooledRunTest {

    @Test
    void everythingThatWasWrittenWentThroughThePooler() throws IOException {
        PoolerConsole console = PooledRun.console();
        long transactions = console.transactions();
        int audited =
                Schools.count("(select distinct request_id from athena.audit_log where request_id is not null) r");
        System.out.printf(
                "through PgBouncer: %d transactions with %d queries of %d clients over %d connections to PostgreSQL;"
                        + " %d requests left a trace in the audit log%n",
                transactions, console.queries(), console.clients(), console.servers(), audited);
        assertThat(audited).as("requests that wrote").isPositive();
        assertThat(transactions).as("one look-up and one transaction for each").isGreaterThanOrEqualTo(2L * audited);
        assertThat(console.servers()).as("connections").isEqualTo(Pooler.SERVER_CONNECTIONS);
        assertThat(Schools.count("pg_stat_activity where usename = 'athena_service'"))
                .as("nobody came to PostgreSQL by another way")
                .isLessThanOrEqualTo(Pooler.SERVER_CONNECTIONS);
    }
}
