package org.athena.person;

import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.athena.platform.database.Refusals;
import org.athena.platform.tenancy.Tenancy;

import io.quarkus.arc.Unremovable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.QuarkusApplication;

/**
 * {@code athena-api create-superadmin EMAIL [ID]}: makes the first superadmin of an installation, with a new account at Supabase,
 * or with the existing one that {@code ID} names. The first superadmin makes the others. Running the command again for the same
 * person changes nothing.
 */
@Unremovable
public class SuperadminCommand implements QuarkusApplication {

    private static final String USAGE = "usage: athena-api create-superadmin EMAIL [ID]";
    private static final String FLAG = "select athena.set_superadmin(:id, true)";

    @Inject
    Tenancy tenancy;

    @Inject
    SuperadminAccount accounts;

    @Inject
    EntityManager entities;

    @Inject
    Refusals refusals;

    /** Exits 0 when the person is a superadmin, 1 when they are not, 2 when the command was not understood. */
    @Override
    public int run(String... arguments) {
        if (arguments.length < 1 || arguments.length > 2 || !arguments[0].matches("[^@\\s]+@[^@\\s]+")) {
            System.err.println(USAGE);
            return 2;
        }
        try {
            UUID id = arguments.length == 2 ? UUID.fromString(arguments[1]) : null;
            System.out.println(tenancy.onPlatform(() -> make(arguments[0], id)));
            return 0;
        } catch (RuntimeException e) {
            System.err.println("create-superadmin failed: " + reason(e));
            return 1;
        }
    }

    /** The reason of an expected failure. An unexpected exception is thrown on to the caller, who logs its stack trace. */
    private String reason(RuntimeException e) {
        return e instanceof IllegalArgumentException || e instanceof IllegalStateException
                ? e.getMessage()
                : refusals.of(e, new Refusals.Asked(false, false))
                        .orElseThrow(() -> e)
                        .getMessage();
    }

    private String make(String email, UUID id) {
        // Of an account and somebody who waits for the e-mail, the account counts; "pending" is the last status.
        Optional<User> known = QuarkusTransaction.requiringNew()
                .call(() -> User.<User>find("lower(email) = lower(?1) order by status", email)
                        .firstResultOptional());
        if (known.filter(user -> user.superadmin).isPresent()) {
            return email + " is a superadmin already";
        }
        if (QuarkusTransaction.requiringNew().call(() -> User.count("superadmin = true")) > 0) {
            throw new IllegalStateException("the installation already has a superadmin, who can make others");
        }
        if (known.filter(user -> user.status != User.Status.pending && !user.id.equals(id))
                .isPresent()) {
            throw new IllegalStateException("the e-mail has an account here: name the account by its ID");
        }
        UUID person = accounts.ensure(new SuperadminAccount.Wanted(id, email));
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(FLAG)
                        .setParameter("id", person)
                        .getSingleResult());
        return email + " is a superadmin now";
    }
}
