package org.athena;

import java.util.Arrays;
import java.util.Map;

import org.athena.platform.database.MigrateCommand;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The one executable: {@code serve} (the default) and {@code migrate}. */
@QuarkusMain
public class Athena {

    private static final String USAGE = "usage: athena-api [serve | migrate]";

    /**
     * @param args the command; exits 0 when it succeeded, 1 when it failed, 2 when it is unknown
     */
    public static void main(String... args) {
        Map<String, String> environment = System.getenv();
        switch (args.length == 0 ? "serve" : args[0]) {
            case "serve" -> Quarkus.run(Arrays.copyOfRange(args, Math.min(1, args.length), args.length));
            case "migrate" -> System.exit(new MigrateCommand(environment, System.out, System.err).run());
            default -> {
                System.err.println(USAGE);
                System.exit(2);
            }
        }
    }
}
