package org.athena.student;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;

import org.athena.platform.audit.Audit;
import org.athena.platform.audit.AuditAction;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.tenancy.AuthContext;
import org.athena.platform.tenancy.Permission;
import org.athena.student.Lookalikes.Alike;

/**
 * Refuses a person who looks like a guardian under a restriction (docs/decisions/restrictions-of-guardians.md). The guardian
 * would otherwise be there once more, without the restriction.
 */
@RequestScoped
class SecondPerson {

    private final RestrictedGuardians restricted;
    private final AuthContext caller;
    private final Audit audit;

    SecondPerson(RestrictedGuardians restricted, AuthContext caller, Audit audit) {
        this.restricted = restricted;
        this.caller = caller;
        this.audit = audit;
    }

    /**
     * @param added people whom the school does not have
     * @param place the place of each in the request
     * @return whom those resemble of whom the request says that they are others, by the keys of the documents
     * @throws ProblemException 409 for the first of whom the request does not say it
     */
    Map<String, Set<UUID>> confirmed(List<NewGuardian> added, Function<NewGuardian, String> place) {
        Lookalikes lookalikes = restricted.read();
        Map<String, Set<UUID>> confirmed = new LinkedHashMap<>();
        for (NewGuardian one : added) {
            Alike alike = lookalikes.of(one.document(), one.fullName());
            if (!alike.isEmpty()) {
                refuse(alike, one.anotherPerson(), place.apply(one));
                confirmed.put(one.document().key(), alike.all());
            }
        }
        return confirmed;
    }

    /** The same for a person of the school whose document or name is changed; whom they resembled before does not count. */
    void check(Guardian guardian, GuardianData data) {
        if (guardian.document().equals(data.document()) && guardian.fullName.equals(data.fullName())) {
            return;
        }
        Lookalikes lookalikes = restricted.read();
        Alike before = lookalikes.of(guardian.document(), guardian.fullName);
        Alike alike = lookalikes.of(data.document(), data.fullName()).except(before, guardian.id);
        if (!alike.isEmpty()) {
            refuse(alike, data.anotherPerson(), "");
            note(guardian.id, alike.all());
        }
    }

    /** Writes into the audit log that somebody said that the person is another one. */
    void note(UUID guardian, Set<UUID> alike) {
        audit.write(
                AuditAction.another_person,
                "guardians",
                guardian,
                alike.stream().map(UUID::toString).collect(Collectors.joining(", ", "not ", "")));
    }

    private void refuse(Alike alike, Boolean anotherPerson, String place) {
        if (!Boolean.TRUE.equals(anotherPerson)) {
            ProblemException refusal = StudentConflicts.RESEMBLES_RESTRICTED.at(place + alike.field());
            throw caller.may(Permission.READ_STUDENTS) ? refusal.with("guardian_ids", alike.all()) : refusal;
        }
    }
}
