package org.athena.platform.row;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.athena.platform.problem.Conflict;
import org.athena.platform.problem.ProblemException;

/**
 * The allowed changes of a row's state.
 *
 * @param <S> the states
 */
public final class Moves<S extends Enum<S>> {

    private final Conflict rule;
    private final Map<S, Set<S>> allowed;

    /**
     * @param rule the conflict of a refusal, whose sentence says what the moves follow from
     * @param allowed the states that may follow; a state without an entry is the last one
     */
    public Moves(Conflict rule, Map<S, Set<S>> allowed) {
        this.rule = rule;
        this.allowed = Map.copyOf(allowed);
    }

    /**
     * Lets an allowed move pass, and one to the state that there is already.
     *
     * @throws ProblemException 409 with the reason for any other, in a sentence that lists what is allowed from here
     */
    public void check(S from, S to) {
        Set<S> next = allowed.getOrDefault(from, Set.of());
        if (from != to && !next.contains(to)) {
            throw rule.saying(rule.sentence() + " From " + from + " it " + words(next) + ".")
                    .problem();
        }
    }

    private static <S extends Enum<S>> String words(Set<S> next) {
        return next.isEmpty()
                ? "does not change"
                : "may become " + EnumSet.copyOf(next).stream().map(Enum::name).collect(Collectors.joining(" or "));
    }
}
