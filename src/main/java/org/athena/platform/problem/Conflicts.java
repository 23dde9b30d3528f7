package org.athena.platform.problem;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.quarkus.arc.All;

/** The conflicts of all features by the constraint, and what the name of any other constraint tells. */
@Singleton
public class Conflicts {

    private final Map<String, Conflict> known;

    public Conflicts(@All List<ConflictSource> features) {
        known = features.stream()
                .flatMap(feature -> feature.conflicts().stream())
                .collect(Collectors.toUnmodifiableMap(Conflict::constraint, Function.identity()));
    }

    /** What a feature says about a constraint; empty where its name says enough. */
    public Optional<Conflict> of(String constraint) {
        return Optional.ofNullable(known.get(constraint));
    }

    /**
     * What the violation of a constraint means.
     *
     * @param constraint its name, or null
     * @param table the table whose constraint it is, or null
     * @param deletes whether the request deletes a row: then other rows still point to it
     */
    public ProblemException problem(String constraint, String table, boolean deletes) {
        ConstraintName name = new ConstraintName(String.valueOf(constraint), String.valueOf(table));
        if (deletes && name.foreignKey()) {
            return name.problem(true);
        }
        return of(constraint == null ? "" : constraint).map(Conflict::problem).orElseGet(() -> name.problem(false));
    }
}
