package org.athena;

import java.util.Arrays;
import java.util.Map;

import org.athena.platform.database.MigrateCommand;
import org.athena.platform.operations.HealthCommand;
import org.athena.user.SuperadminCommand;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.util.ExceptionUtil;

/**
 * The one executable: {@code serve} (the default), {@code migrate}, {@code detach-partitions}, {@code create-superadmin} and
 * {@code health}.
 */
@QuarkusMain
public class Athena {

    private static final String USAGE =
            "usage: athena-api [serve | migrate [--partitions-ahead YEARS] | detach-partitions YEAR"
                    + " | create-superadmin EMAIL [ID] | health]";

    /**
     * @param args the command; exits 0 when it succeeded, 1 when it failed, 2 when it is unknown
     */
    public static void main(String... args) {
        // An address that cannot be read is HttpEdge's to refuse; Quarkus would answer it without a body.
        System.setProperty("vertx.disableURIValidation", "true");
        Map<String, String> environment = System.getenv();
        String[] rest = Arrays.copyOfRange(args, Math.min(1, args.length), args.length);
        switch (args.length == 0 ? "serve" : args[0]) {
            case "serve" -> Quarkus.run(rest);
            case "migrate" -> end(new MigrateCommand(environment, System.out, System.err).run(rest));
            case "detach-partitions" -> end(new MigrateCommand(environment, System.out, System.err).detach(rest));
            case "create-superadmin" -> {
                // A command serves nobody, and may run beside a serving instance.
                System.setProperty("quarkus.http.host-enabled", "false");
                System.setProperty("quarkus.management.host-enabled", "false");
                Quarkus.run(SuperadminCommand.class, Athena::end, rest);
            }
            case "health" -> end(new HealthCommand(environment, System.err).run());
            default -> {
                System.err.println(USAGE);
                end(2);
            }
        }
    }

    /** Quarkus leaves it to whoever takes the exit code to say why there was no start. */
    private static void end(int code, Throwable fault) {
        if (fault != null) {
            System.err.println(ExceptionUtil.getRootCause(fault).getMessage());
        }
        end(code);
    }

    /** Whoever succeeded returns, as any program does; only a failure has to be said. */
    private static void end(int code) {
        if (code != 0) {
            System.exit(code);
        }
    }
}
