package org.athena;

import java.util.Arrays;
import java.util.Map;

import org.athena.person.SuperadminCommand;
import org.athena.platform.migration.MigrateCommand;
import org.athena.platform.start.HealthCommand;
import org.athena.platform.start.StartFailure;
import org.jboss.logging.Logger;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * The one executable: {@code serve} (the default), {@code migrate}, {@code detach-partitions}, {@code create-superadmin} and
 * {@code health}.
 */
@QuarkusMain
public class Athena {

    private static final String USAGE =
            "usage: athena-api [serve | migrate [--partitions-ahead YEARS] | detach-partitions YEAR"
                    + " | create-superadmin EMAIL [ID] | health]";

    /** Set by the dev goal. */
    private static final String DEV_MODE = "athena.devmode";

    /**
     * @param args the command; exits 0 when it succeeded, 1 when it failed, 2 when it is unknown
     */
    public static void main(String... args) {
        // Quarkus would answer an unreadable address without a body, so the check is left to HttpEdge.
        System.setProperty("vertx.disableURIValidation", "true");
        try {
            run(
                    System.getenv(),
                    args.length == 0 ? "serve" : args[0],
                    Arrays.copyOfRange(args, Math.min(1, args.length), args.length));
        } catch (RuntimeException | Error fault) {
            endService(1, fault);
        }
    }

    private static void run(Map<String, String> environment, String command, String... rest) {
        switch (command) {
            case "serve" -> serve(rest);
            case "migrate" -> end(new MigrateCommand(environment, System.out, System.err).run(rest));
            case "detach-partitions" -> end(new MigrateCommand(environment, System.out, System.err).detach(rest));
            case "create-superadmin" -> {
                // A command does not serve requests, and may run beside a serving instance.
                System.setProperty("quarkus.http.host-enabled", "false");
                System.setProperty("quarkus.management.host-enabled", "false");
                System.setProperty("quarkus.scheduler.enabled", "false");
                Quarkus.run(SuperadminCommand.class, Athena::endService, rest);
            }
            case "health" -> end(new HealthCommand(environment, System.err).run());
            default -> {
                System.err.println(USAGE);
                end(2);
            }
        }
    }

    private static void serve(String... rest) {
        if (Boolean.getBoolean(DEV_MODE)) {
            // In dev mode the developer corrects the fault, and the live reload starts the service again.
            Quarkus.run(rest);
        } else {
            Quarkus.run(null, Athena::endService, rest);
        }
    }

    /**
     * Quarkus does not report why a start failed, so the exit handler does. SIGTERM calls it twice: with 143 (128 and the
     * signal's number), which ends the process, and with 0 when everything has stopped, which then waits for that end.
     */
    private static void endService(int code, Throwable fault) {
        if (fault != null) {
            report(new StartFailure(fault, System.getenv()));
        }
        System.exit(code);
    }

    /** Writes the reason as the last line on standard error, for a person at a terminal, and to the log. */
    private static void report(StartFailure failure) {
        Logger.getLogger(Athena.class).error(failure.line(), failure.isUnforeseen() ? failure.fault() : null);
        System.err.println(failure.line());
    }

    /** A success returns from main; only a failure sets an exit code. */
    private static void end(int code) {
        if (code != 0) {
            System.exit(code);
        }
    }
}
