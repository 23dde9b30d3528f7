package org.athena.testing;

import java.io.IOException;
import java.util.Map;

/**
 * A whole run of tests whose service reaches PostgreSQL through PgBouncer in transaction mode alone, asked for by
 * {@code -Dathena.test.pooler}. The pooler ends with the JVM.
 */
public final class PooledRun {

    /** The property that asks for it. */
    public static final String PROPERTY = "athena.test.pooler";

    /** Quarkus loads this class more than once. */
    private static final String CONSOLE = "athena.test.pooler-console";

    private PooledRun() {}

    /** Gives the connection string through the pooler, in such a run. */
    static String address(String direct) throws IOException {
        if (System.getProperty(PROPERTY) == null) {
            return direct;
        }
        Pooler pooler = Pooler.before(direct, Pooler.Mode.TRANSACTION);
        Runtime.getRuntime().addShutdownHook(new Thread(pooler::close));
        System.setProperty(CONSOLE, String.valueOf(pooler.port()));
        return pooler.instead(direct);
    }

    /** What a service needs on top in such a run: more clients than the pooler has connections, from its start on. */
    static Map<String, String> settings() {
        return System.getProperty(CONSOLE) == null
                ? Map.of()
                : Map.of("quarkus.datasource.jdbc.min-size", String.valueOf(Pooler.SERVER_CONNECTIONS + 1));
    }

    /** Where its console is. */
    public static PoolerConsole console() {
        return new PoolerConsole(Integer.getInteger(CONSOLE), DatabaseResource.SERVICE_ROLE);
    }
}
