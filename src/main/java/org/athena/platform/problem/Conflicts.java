package org.athena.platform.problem;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.quarkus.arc.All;

/** The conflicts of all features by constraint. Other constraints are explained by their name. */
@Singleton
public class Conflicts {

    private final Map<String, Conflict> known;

    public Conflicts(@All List<ConflictSource> features) {
        known = features.stream()
                .flatMap(feature -> feature.conflicts().stream())
                .filter(conflict -> !conflict.constraint().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Conflict::constraint, Function.identity()));
    }

    /** The conflict that a feature declares for the constraint; empty when it declares none. */
    public Optional<Conflict> of(String constraint) {
        return Optional.ofNullable(known.get(constraint));
    }

    /**
     * Explains the violation of a constraint.
     *
     * @param constraint its name, or null
     * @param table the table whose constraint it is, or null
     * @param deletes whether the request deletes a row, so that other rows still refer to it
     */
    public ProblemException problem(String constraint, String table, boolean deletes) {
        ConstraintName name = new ConstraintName(String.valueOf(constraint), String.valueOf(table));
        if (deletes && name.foreignKey()) {
            return name.problem(true);
        }
        return of(constraint == null ? "" : constraint).map(Conflict::problem).orElseGet(() -> name.problem(false));
    }
}
