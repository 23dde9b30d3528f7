package org.athena.platform.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;

/** Checks that the database can tell whether a session has ended, when every request must ask it (docs/operations/revocation.md). */
@ApplicationScoped
public class StrongRevocation {

    private static final UUID NOBODY = new UUID(0, 0);

    private final AgroalDataSource dataSource;
    private final TenancyConfig config;

    StrongRevocation(AgroalDataSource dataSource, TenancyConfig config) {
        this.dataSource = dataSource;
        this.config = config;
    }

    /** Why the service must not start: it would refuse every request. Empty when the setting is off. */
    public Optional<String> fault() {
        if (!config.strongRevocation()) {
            return Optional.empty();
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement question =
                        connection.prepareStatement("select athena.session_is_live(?::uuid, ?::uuid)")) {
            question.setString(1, NOBODY.toString());
            question.setString(2, NOBODY.toString());
            question.executeQuery().close();
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of("ATHENA_STRONG_REVOCATION: the database cannot be asked about sessions (SQL state "
                    + e.getSQLState() + "); run supabase/revocation.sql in it as the owner");
        }
    }
}
