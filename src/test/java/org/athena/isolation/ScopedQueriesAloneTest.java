package org.athena.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.athena.testing.DatabaseResource;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Row level security is off; the queries name the school. */
@QuarkusTest
@TestProfile(LayersOff.RowSecurity.class)
@WithTestResource(DatabaseResource.class)
class ScopedQueriesAloneTest extends TwoSchools {

    @Inject
    AgroalDataSource database;

    @Test
    void rowSecurityIsReallyOff() throws Exception {
        Rows.in(Schools.create().first());
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("select count(*) from athena.students")) {
            rows.next();
            assertThat(rows.getInt(1)).isPositive();
        }
    }
}
