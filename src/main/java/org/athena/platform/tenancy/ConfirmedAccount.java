package org.athena.platform.tenancy;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;

/**
 * Tells the database for the rest of the transaction what Supabase said about an account. A person's row must match their
 * account, but the database cannot ask Supabase. Without this setting it refuses to change such rows
 * (docs/decisions/people-in-the-database.md).
 */
@RequestScoped
public class ConfirmedAccount {

    private final EntityManager entities;

    ConfirmedAccount(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Must be called inside the transaction that changes the row, after Supabase was asked.
     *
     * @param account the account with the e-mail
     * @param email the e-mail that Supabase has for it
     */
    public void state(UUID account, String email) {
        entities.createNativeQuery("select set_config('athena.confirmed_account', :said, true)")
                .setParameter("said", account + " " + email)
                .getSingleResult();
    }
}
