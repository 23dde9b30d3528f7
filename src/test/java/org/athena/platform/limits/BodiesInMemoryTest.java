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

    private BodiesInMemory.Body file(UUID user) {
        return bodies.of(user, BodiesInMemory.Kind.FILE);
    }

    @Test
    void aUserWhoSendsTwoFilesIsRefusedAndTheOthersAreNot() {
        UUID ana = UUID.randomUUID();
        file(ana).keep(LARGEST);
        assertThatThrownBy(() -> file(ana).keep(LARGEST))
                .satisfies(refused -> assertThat(statusOf(refused)).isEqualTo(429));
        assertThatCode(() -> file(UUID.randomUUID()).keep(LARGEST)).doesNotThrowAnyException();
    }

    @Test
    void anInstanceKeepsSoManyBytesOfAllUsers() {
        List<BodiesInMemory.Body> kept = new ArrayList<>();
        for (int bytes = 0; bytes + LARGEST <= BodiesInMemory.OF_ALL; bytes += LARGEST) {
            BodiesInMemory.Body body = file(UUID.randomUUID());
            body.keep(LARGEST);
            kept.add(body);
        }
        BodiesInMemory.Body oneMore = file(UUID.randomUUID());
        assertThatThrownBy(() -> oneMore.keep(LARGEST))
                .satisfies(refused -> assertThat(statusOf(refused)).isEqualTo(503));
        oneMore.forget();
        assertThatCode(() ->
                        bodies.of(UUID.randomUUID(), BodiesInMemory.Kind.OTHER).keep(1_000))
                .as("a small body while files fill their share")
                .doesNotThrowAnyException();
        kept.get(0).forget();
        assertThatCode(() -> file(UUID.randomUUID()).keep(LARGEST)).doesNotThrowAnyException();
    }

    @Test
    void whatArrivesAfterTheEndOfARequestDoesNotCount() {
        UUID ana = UUID.randomUUID();
        BodiesInMemory.Body body = file(ana);
        body.keep(LARGEST);
        body.forget();
        body.forget();
        body.keep(LARGEST);
        assertThatCode(() -> file(ana).keep(BodiesInMemory.OF_A_USER)).doesNotThrowAnyException();
    }
}
