package org.athena.person;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.supabase.SupabaseAccounts;
import org.athena.platform.tenancy.ConfirmedAccount;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Makes the person of a new superadmin in three steps: a pending local row, the account at Supabase with the same id, then the row becomes active. No
 * transaction is open during a call to Supabase. When an attempt fails at any step, the next one for the same e-mail continues
 * it. Simultaneous attempts end with the same person.
 */
@RequestScoped
class SuperadminAccount {

    private static final String BEGIN = "select user_id, status from athena.begin_account(:id, :email, :name)";
    private static final String FINISH = "select athena.finish_account(:id)";
    private static final String ABANDON = "select athena.abandon_account(:id)";

    /**
     * @param id an account that exists at Supabase and has no person here yet; null for a new account
     * @param email the e-mail of the account
     */
    record Wanted(UUID id, String email) {}

    /**
     * @param id the person who has the e-mail
     * @param pending whether the row waits for its account
     */
    private record Begun(UUID id, boolean pending) {}

    private final EntityManager entities;
    private final SupabaseAccounts accounts;
    private final ConfirmedAccount confirmed;

    SuperadminAccount(EntityManager entities, SupabaseAccounts accounts, ConfirmedAccount confirmed) {
        this.entities = entities;
        this.accounts = accounts;
        this.confirmed = confirmed;
    }

    /**
     * @return the id of the person, who now has an account, new or existing
     * @throws IllegalStateException when the e-mail has an account that must be named by its id, or Supabase refuses, or the account
     *     that is named does not fit
     * @throws ProblemException 503 when Supabase cannot answer
     */
    UUID ensure(Wanted wanted) {
        Begun begun = wanted.id() == null ? begin(UUID.randomUUID(), wanted, false) : named(wanted);
        if (begun.pending()) {
            if (wanted.id() == null) {
                create(begun.id(), wanted);
            }
            finish(begun.id(), wanted);
        }
        return begun.id();
    }

    /**
     * @param hasAccount whether Supabase said that the account has the e-mail
     */
    private Begun begin(UUID proposed, Wanted wanted, boolean hasAccount) {
        Tuple row = QuarkusTransaction.requiringNew().call(() -> {
            if (hasAccount) {
                confirmed.state(proposed, wanted.email().strip());
            }
            return (Tuple) entities.createNativeQuery(BEGIN, Tuple.class)
                    .setParameter("id", proposed)
                    .setParameter("email", wanted.email().strip())
                    .setParameter("name", "Superadmin")
                    .getSingleResult();
        });
        UUID id = row.get("user_id", UUID.class);
        if (id == null) {
            throw busy();
        }
        return new Begun(id, "pending".equals(row.get("status", String.class)));
    }

    /**
     * Uses an existing account. The request must name it by its id, and its e-mail must be confirmed. Supabase is asked before
     * the row is written, so that a refused attempt leaves nothing behind.
     */
    private Begun named(Wanted wanted) {
        boolean fits = accounts.find(wanted.id())
                .filter(SupabaseAccounts.Account::confirmed)
                .filter(account ->
                        account.email().equalsIgnoreCase(wanted.email().strip()))
                .isPresent();
        if (!fits) {
            throw mismatch();
        }
        return rowOf(wanted.id(), wanted);
    }

    /** The row for the account that has the e-mail. A pending row with another id will never get an account, so it is removed. */
    private Begun rowOf(UUID account, Wanted wanted) {
        Begun row = begin(account, wanted, true);
        if (row.pending() && !row.id().equals(account)) {
            abandon(row.id());
            row = begin(account, wanted, true);
        }
        if (!row.id().equals(account)) {
            throw mismatch();
        }
        return row;
    }

    /** A simultaneous attempt may have finished the row already, or removed it. The account exists in both cases. */
    private void finish(UUID account, Wanted wanted) {
        if (!finished(account, wanted) && rowOf(account, wanted).pending() && !finished(account, wanted)) {
            throw busy();
        }
    }

    private boolean finished(UUID account, Wanted wanted) {
        return QuarkusTransaction.requiringNew().call(() -> {
            confirmed.state(account, wanted.email().strip());
            return (Boolean) entities.createNativeQuery(FINISH, Boolean.class)
                    .setParameter("id", account)
                    .getSingleResult();
        });
    }

    private void create(UUID id, Wanted wanted) {
        switch (accounts.create(id, wanted.email().strip())) {
            case DONE -> {}
            case EMAIL_TAKEN -> {
                abandon(id);
                throw new IllegalStateException(
                        "Supabase already has an account with this e-mail: name the account by its ID");
            }
            case REFUSED -> {
                abandon(id);
                throw new IllegalStateException("Supabase does not accept this e-mail");
            }
        }
    }

    private static IllegalStateException mismatch() {
        return new IllegalStateException(
                "the ID is not that of an account with this e-mail, or the e-mail is not confirmed");
    }

    private static ProblemException busy() {
        return new ProblemException(
                        ProblemCode.UNAVAILABLE, "Another request is adding the same person. Try again shortly.")
                .header("Retry-After", "1");
    }

    private void abandon(UUID id) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(ABANDON)
                        .setParameter("id", id)
                        .getSingleResult());
    }
}
