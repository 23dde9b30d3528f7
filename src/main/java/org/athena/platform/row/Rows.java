package org.athena.platform.row;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;

import org.athena.platform.idempotency.Creation;
import org.athena.platform.json.Merge;
import org.athena.platform.problem.ProblemException;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the five routes of all entities have in common: the idempotency key of a creation, the ETag of an answer,
 * the conditions that a caller sets, and the merge of a change. It works in the transaction of the resource.
 */
@RequestScoped
public class Rows {

    private final EntityManager entities;
    private final Creation creation;
    private final RowAnswer answer;
    private final Merge merge;

    Rows(EntityManager entities, Creation creation, RowAnswer answer, Merge merge) {
        this.entities = entities;
        this.creation = creation;
        this.answer = answer;
        this.merge = merge;
    }

    /**
     * Answers a {@code POST} with 201, {@code Location} and {@code ETag}; with an {@code Idempotency-Key} only once.
     *
     * @param data the parsed body
     * @param row makes the row; it is not called for a repetition
     * @param view what the caller is shown of it
     */
    public <R extends Versioned, V> RestResponse<V> create(Object data, Supplier<R> row, Function<R, V> view)
            throws JsonProcessingException {
        return creation.of(data, () -> {
            R made = row.get();
            entities.persist(made);
            entities.flush();
            return new Creation.Created<>(made.id(), made.version(), view.apply(made));
        });
    }

    /** Answers a {@code GET} with the row and its ETag, or with 304 when the caller has this version already. */
    public <R extends Versioned, V> RestResponse<V> read(R row, Function<R, V> view) {
        return answer.read(row.version(), view.apply(row));
    }

    /**
     * Answers a {@code PATCH}: the named members replace those of the row as it is. A {@code version} in the body counts as
     * {@code If-Match}.
     *
     * @param current the row in the form in which it is written
     * @param apply takes over the merged form, which is valid
     * @throws ProblemException 412 when the version that the caller names is not the row's, 400 when the result is not valid
     */
    public <R extends Versioned, D, V> RestResponse<V> change(
            R row, ObjectNode patch, D current, Consumer<D> apply, Function<R, V> view) throws JsonProcessingException {
        apply.accept(merge.apply(current, answer.require(row.version(), patch)));
        entities.flush();
        return answer.changed(row.version(), view.apply(row));
    }

    /**
     * Carries out a {@code DELETE}.
     *
     * @throws ProblemException 412 when the caller names another version; the database refuses a row that others still use
     */
    public void delete(Versioned row) {
        answer.require(row.version());
        entities.remove(row);
        entities.flush();
    }
}
