package org.athena.platform.tenancy;

import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;

import org.athena.platform.problem.ProblemException;

/**
 * Lets a platform request work inside another school for a while, for example to write the rows of a new school. Afterwards the
 * transaction has the request's own settings again.
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
     * Runs work inside the school. Row level security uses the school during the work, but Hibernate's filter does not, so the
     * work must use native SQL for rows of the school. When the work throws, the switch is not undone, because the transaction
     * ends.
     *
     * @param work the work; it must flush its changes
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
