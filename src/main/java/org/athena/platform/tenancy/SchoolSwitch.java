package org.athena.platform.tenancy;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;

import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;

/**
 * Lets a platform request work inside another school for the rest of its transaction: a new school's rows have to be
 * written by somebody, and a membership belongs to the school it is in.
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
     * Row level security sees this school from now on; Hibernate's own filter does not, so its rows are for native SQL.
     *
     * @throws ProblemException 403 for anybody but the platform
     */
    public void to(UUID school) {
        if (!caller.platform()) {
            throw new ProblemException(ProblemCode.AUTH_FORBIDDEN, "Only the platform works in more than one school.");
        }
        entities.createNativeQuery("select set_config('athena.school_id', :school, true)")
                .setParameter("school", school.toString())
                .getSingleResult();
    }
}
