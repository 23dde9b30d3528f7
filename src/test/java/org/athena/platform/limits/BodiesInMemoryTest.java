package org.athena.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.athena.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;

class BodiesInMemoryTest {

    private static final int LARGEST = 6 * 1024 * 1024;

    private final BodiesInMemory bodies = new BodiesInMemory();

    private static int statusOf(Throwable refused) {
        return ((ProblemException) refused).code().status();
    }

    @Test
    void aUserWhoSendsTwoFilesIsRefusedAndTheOthersAreNot() {
        UUID ana = UUID.randomUUID();
        bodies.of(ana).keep(LARGEST);
        assertThatThrownBy(() -> bodies.of(ana).keep(LARGEST))
                .satisfies(refused -> assertThat(statusOf(refused)).isEqualTo(429));
        assertThatCode(() -> bodies.of(UUID.randomUUID()).keep(LARGEST)).doesNotThrowAnyException();
    }

    @Test
    void anInstanceKeepsSoManyBytesOfAllUsers() {
        List<BodiesInMemory.Body> kept = new ArrayList<>();
        for (int bytes = 0; bytes + LARGEST <= BodiesInMemory.OF_ALL; bytes += LARGEST) {
            BodiesInMemory.Body body = bodies.of(UUID.randomUUID());
            body.keep(LARGEST);
            kept.add(body);
        }
        BodiesInMemory.Body oneMore = bodies.of(UUID.randomUUID());
        assertThatThrownBy(() -> oneMore.keep(LARGEST))
                .satisfies(refused -> assertThat(statusOf(refused)).isEqualTo(503));
        oneMore.forget();
        kept.get(0).forget();
        assertThatCode(() -> bodies.of(UUID.randomUUID()).keep(LARGEST)).doesNotThrowAnyException();
    }

    @Test
    void whatArrivesAfterTheEndOfARequestDoesNotCount() {
        UUID ana = UUID.randomUUID();
        BodiesInMemory.Body body = bodies.of(ana);
        body.keep(LARGEST);
        body.forget();
        body.forget();
        body.keep(LARGEST);
        assertThatCode(() -> bodies.of(ana).keep(BodiesInMemory.OF_A_USER)).doesNotThrowAnyException();
    }
}
