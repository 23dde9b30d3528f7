package org.athena.user;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.problem.Violation;
import org.athena.platform.supabase.SupabaseAccounts;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Adds a person: the local row, pending; the account at Supabase, under the id of the row; the row active. No transaction is
 * open while Supabase is asked. An attempt that breaks off anywhere is taken up again by the next one for the same e-mail.
 */
@RequestScoped
class UserAdding {

    private static final String BEGIN = "select user_id, status from athena.begin_account(:id, :email, :name)";

    /**
     * @param id whose e-mail it is
     * @param pending whether the row waits for its account
     */
    private record Begun(UUID id, boolean pending) {}

    private final EntityManager entities;
    private final SupabaseAccounts accounts;

    UserAdding(EntityManager entities, SupabaseAccounts accounts) {
        this.entities = entities;
        this.accounts = accounts;
    }

    /**
     * @return the id of the person, who has an account now and had one before, or not
     * @throws ProblemException 409 when the e-mail has an account that must be named by its id, 400 when Supabase refuses,
     *     503 when it cannot answer
     */
    UUID ensure(NewUser wanted) {
        UUID proposed = wanted.id() == null ? UUID.randomUUID() : wanted.id();
        Begun begun = QuarkusTransaction.requiringNew().call(() -> begin(proposed, wanted));
        UUID id = begun.id();
        if (!begun.pending()) {
            return id;
        }
        if (wanted.id() == null) {
            create(id, wanted);
        } else {
            adopt(id, wanted);
        }
        QuarkusTransaction.requiringNew().run(() -> call("select athena.finish_account(:id)", id));
        return id;
    }

    private Begun begin(UUID proposed, NewUser wanted) {
        Tuple row = (Tuple) entities.createNativeQuery(BEGIN, Tuple.class)
                .setParameter("id", proposed)
                .setParameter("email", wanted.email().strip())
                .setParameter("name", wanted.fullName().strip())
                .getSingleResult();
        UUID id = row.get("user_id", UUID.class);
        if (id == null) {
            // The id was taken by another e-mail, so no row was made.
            throw mismatch();
        }
        return new Begun(id, "pending".equals(row.get("status", String.class)));
    }

    private void create(UUID id, NewUser wanted) {
        switch (accounts.create(id, wanted.email().strip())) {
            case CREATED -> {}
            case EMAIL_TAKEN -> {
                abandon(id);
                throw new ProblemException(
                                ProblemCode.CONFLICT,
                                "Supabase has an account with this e-mail that nobody here uses. Name it by its id.",
                                List.of(new Violation("id", "body", "name the account that exists")))
                        .with("reason", "user.account_exists");
            }
            case REFUSED -> {
                abandon(id);
                throw ProblemException.invalid("email", "body", "is not accepted by Supabase");
            }
        }
    }

    /** An account that exists is taken only by its id, and only when the e-mail was proven to be its owner's. */
    private void adopt(UUID id, NewUser wanted) {
        boolean fits = id.equals(wanted.id())
                && accounts.find(id)
                        .filter(SupabaseAccounts.Account::confirmed)
                        .filter(account ->
                                account.email().equalsIgnoreCase(wanted.email().strip()))
                        .isPresent();
        if (!fits) {
            abandon(id);
            throw mismatch();
        }
    }

    private static ProblemException mismatch() {
        return ProblemException.invalid("id", "body", "is no account with this e-mail, confirmed");
    }

    private void abandon(UUID id) {
        QuarkusTransaction.requiringNew().run(() -> call("select athena.abandon_account(:id)", id));
    }

    private void call(String function, UUID id) {
        entities.createNativeQuery(function).setParameter("id", id).getSingleResult();
    }
}
