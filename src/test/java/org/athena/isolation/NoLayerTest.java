package org.athena.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** With both layers off the same tests fail: they are what keeps the schools apart, and the tests would notice. */
@QuarkusTest
@TestProfile(LayersOff.TenantFilter.class)
class NoLayerTest extends TwoSchools {

    @BeforeAll
    static void off() {
        LayersOff.rowSecurityOff();
    }

    @AfterAll
    static void on() {
        LayersOff.rowSecurityOn();
    }

    @Test
    @Override
    void theOwnSchoolSucceedsAndReadsNothingOfTheOther() {
        assertThat(catchThrowable(super::theOwnSchoolSucceedsAndReadsNothingOfTheOther))
                .hasMessageContaining("listAuditLog");
    }

    @Test
    @Override
    void anotherSchoolsIdInThePathIsLikeOneThatNeverWas() {
        assertThat(catchThrowable(super::anotherSchoolsIdInThePathIsLikeOneThatNeverWas))
                .hasMessageContainingAll("getStudent", "updateStudent", "getYear", "updateYear", "getPeriod");
    }
}
