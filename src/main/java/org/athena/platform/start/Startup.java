package org.athena.platform.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.athena.platform.database.DatabaseConfig;
import org.athena.platform.database.QueryGrammar;
import org.athena.platform.database.replica.PrimaryOfReplica;
import org.athena.platform.identity.AuthConfig;
import org.athena.platform.migration.ServiceRole;
import org.athena.platform.settings.RefusedException;
import org.athena.platform.tenancy.StrongRevocation;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfig;

/**
 * Refuses to serve in production with settings that endanger schools or secrets. For a command that does not serve, only the
 * address of the database is checked.
 */
@ApplicationScoped
class Startup {

    private static final Logger LOG = Logger.getLogger(Startup.class);

    private final Config config;
    private final AuthConfig auth;
    private final ServiceRole role;
    private final StrongRevocation revocation;
    private final DatabaseConfig database;
    private final PrimaryOfReplica primary;
    private final ProjectChecks project;

    Startup(
            Config config,
            AuthConfig auth,
            ServiceRole role,
            StrongRevocation revocation,
            DatabaseConfig database,
            PrimaryOfReplica primary,
            ProjectChecks project) {
        this.config = config;
        this.auth = auth;
        this.role = role;
        this.revocation = revocation;
        this.database = database;
        this.primary = primary;
        this.project = project;
    }

    void check(@Observes StartupEvent event) {
        if (LaunchMode.current() != LaunchMode.NORMAL) {
            return;
        }
        ServingChecks serving = new ServingChecks(config.unwrap(SmallRyeConfig.class), auth);
        List<String> faults = new ArrayList<>(
                serving()
                        ? checks().faults()
                        : checks().databaseFault().stream().toList());
        if (serving()) {
            faults.addAll(serving.faults());
        }
        if (faults.isEmpty()) {
            role.fault().ifPresent(faults::add);
        }
        if (faults.isEmpty() && serving()) {
            revocation.fault().ifPresent(faults::add);
            primary.fault().ifPresent(faults::add);
        }
        if (!faults.isEmpty()) {
            throw new RefusedException(faults);
        }
        QueryGrammar.ready();
        if (serving()) {
            serving.warnings().forEach(LOG::warn);
            if (auth.supabaseUrl().isPresent()) {
                project.begin();
            }
        }
        if (variable("ATHENA_DATABASE_TLS").filter("off"::equals).isPresent()) {
            LOG.warn("ATHENA_DATABASE_TLS=off: the connection to a remote database is not encrypted");
        }
    }

    private StartupChecks checks() {
        return new StartupChecks(
                variable("DATABASE_URL"),
                variable("DATABASE_READ_URL"),
                database.replicaMaxLag(),
                variable("MIGRATION_DATABASE_URL"),
                variable("ATHENA_DATABASE_TLS"),
                auth.jwtSecret(),
                auth.jwtSecretPrevious(),
                auth.acceptedAlgorithms(),
                auth.supabaseUrl().isPresent(),
                auth.expectedIssuer());
    }

    private boolean serving() {
        return config.getOptionalValue("quarkus.http.host-enabled", Boolean.class)
                        .orElse(true)
                || config.getOptionalValue("quarkus.http.domain-socket-enabled", Boolean.class)
                        .orElse(false);
    }

    private Optional<String> variable(String name) {
        return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
    }
}
