package org.athena.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.athena.testing.Schools;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;

/** Row level security is off; the queries name the school. */
@QuarkusTest
class ScopedQueriesAloneTest extends TwoSchools {

    @BeforeAll
    static void off() {
        LayersOff.rowSecurityOff();
    }

    @AfterAll
    static void on() {
        LayersOff.rowSecurityOn();
    }

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
