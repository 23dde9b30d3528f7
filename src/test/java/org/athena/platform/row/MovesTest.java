package org.athena.platform.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.Set;

import org.athena.platform.problem.Conflict;
import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MovesTest {

    enum State {
        draft,
        scheduled,
        sent,
        withdrawn
    }

    private static final Moves<State> MOVES = new Moves<>(
            Conflict.found("announcement.move", "An announcement that was sent stays as it is."),
            Map.of(
                    State.draft, Set.of(State.sent, State.scheduled),
                    State.scheduled, Set.of(State.draft, State.sent)));

    @ParameterizedTest
    @CsvSource({"draft, scheduled", "draft, sent", "scheduled, draft", "scheduled, sent"})
    void anAllowedMovePasses(State from, State to) {
        assertThatCode(() -> MOVES.check(from, to)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void whatStaysAsItIsPasses(State state) {
        assertThatCode(() -> MOVES.check(state, state)).doesNotThrowAnyException();
    }

    @Test
    void aRefusalListsWhatIsAllowedInTheOrderOfTheStates() {
        Moves<State> onward =
                new Moves<>(Conflict.found("x.move", "It goes on."), Map.of(State.draft, Set.of(State.scheduled)));
        ProblemException last = refusal(MOVES, State.sent, State.draft);
        assertThat(last.code()).isEqualTo(ProblemCode.CONFLICT);
        assertThat(last.extensions()).containsEntry("reason", "announcement.move");
        assertThat(last).hasMessage("An announcement that was sent stays as it is. From sent it does not change.");
        assertThat(refusal(MOVES, State.draft, State.withdrawn))
                .hasMessage(
                        "An announcement that was sent stays as it is. From draft it may become scheduled or sent.");
        assertThat(refusal(onward, State.draft, State.sent))
                .hasMessage("It goes on. From draft it may become scheduled.");
    }

    private static ProblemException refusal(Moves<State> moves, State from, State to) {
        return catchThrowableOfType(ProblemException.class, () -> moves.check(from, to));
    }
}
