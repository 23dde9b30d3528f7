package org.athena.platform.tenancy;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;

/**
 * Tells the database for the rest of a transaction what Supabase said of an account. A person's row follows its account, and the
 * database cannot ask Supabase: without this it changes nothing, whatever statement is run (docs/decisions/people-in-the-database.md).
 */
@RequestScoped
public class ConfirmedAccount {

    private final EntityManager entities;

    ConfirmedAccount(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * To be called inside the transaction in which the row follows, after Supabase was asked.
     *
     * @param account whose e-mail it is
     * @param email the e-mail that Supabase has for it
     */
    public void state(UUID account, String email) {
        entities.createNativeQuery("select set_config('athena.confirmed_account', :said, true)")
                .setParameter("said", account + " " + email)
                .getSingleResult();
    }
}
