package org.athena.platform.tenancy;

import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;

import org.athena.platform.problem.ProblemException;

/**
 * Lets a platform request work inside another school for a while: a new school's rows have to be written by somebody. What
 * follows in the transaction is the request's own again, for example the key under which its answer is kept.
 */
@RequestScoped
public class SchoolSwitch {

    private final EntityManager entities;
    private final AuthContext caller;

    SchoolSwitch(EntityManager entities, AuthContext caller) {
        this.entities = entities;
        this.caller = caller;
    }

    /**
     * Row level security sees this school while the work lasts; Hibernate's own filter does not, so its rows are for native
     * SQL. Work that throws leaves the switch as it is: its transaction is over.
     *
     * @param work flushes what it changes
     * @throws ProblemException 403 for anybody but the platform
     */
    public <T> T in(UUID school, Supplier<T> work) {
        if (!caller.platform()) {
            throw caller.platformOnly("Only the platform may work in more than one school.");
        }
        to(school.toString());
        T result = work.get();
        to(caller.school().map(UUID::toString).orElse(""));
        return result;
    }

    private void to(String school) {
        entities.createNativeQuery("select set_config('athena.school_id', :school, true)")
                .setParameter("school", school)
                .getSingleResult();
    }
}
