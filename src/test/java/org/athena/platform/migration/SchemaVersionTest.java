package org.athena.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SchemaVersionTest {

    @Test
    void theSchemaOfItsOwnVersionIsServed() {
        assertThat(version(19, false).startFault()).isEmpty();
        assertThat(version(19, false).servingFault()).isEmpty();
    }

    @Test
    void anOlderSchemaWantsMigrating() {
        assertThat(version(18, false).startFault())
                .contains("the schema is at version 18, this service needs 19: run its migrate command first");
        assertThat(version(18, false).servingFault())
                .isEqualTo(version(18, false).startFault());
    }

    @Test
    void onANewerSchemaNobodyStartsButWhoServesGoesOn() {
        assertThat(version(20, false).startFault())
                .contains("the schema is at version 20, this service knows 19 at most:"
                        + " deploy the version that migrated it");
        assertThat(version(20, false).servingFault()).isEmpty();
    }

    @Test
    void aBreakingMigrationEndsTheServiceOfOlderInstances() {
        assertThat(version(21, true).servingFault()).isEqualTo(version(21, true).startFault());
    }

    private static SchemaVersion version(int installed, boolean breaking) {
        return new SchemaVersion(19, installed, breaking);
    }
}
