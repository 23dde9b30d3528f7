package org.athena.person.guardian;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.athena.platform.tenancy.AuthContext;

/** Says who changed the e-mails of guardians, as the audit log has it: whoever reads the mail becomes the guardian's account. */
@RequestScoped
class ChangedEMails {

    /** The last change of each to another address, if somebody else made it. The e-mail with which a guardian was added is no change. */
    private static final String CHANGES = """
            select w.id, c.before, c.actor_id, u.full_name as actor, c.created_at
              from unnest(cast(:guardians as uuid[])) w (id)
             cross join lateral (
                   select a.actor_id, a.created_at, a.changes -> 'email' ->> 0 as before
                     from athena.audit_log a
                    where a.school_id = :school and a.entity_type = 'guardians' and a.entity_id = cast(w.id as text)
                      and a.action = 'update' and a.changes -> 'email' is not null
                      and lower(trim(a.changes -> 'email' ->> 0)) is distinct from lower(trim(a.changes -> 'email' ->> 1))
                    order by a.created_at desc, a.id desc limit 1) c
              left join athena.users u on u.id = c.actor_id
             where c.actor_id is distinct from :caller
             order by c.created_at desc, w.id""";

    private final EntityManager entities;
    private final AuthContext caller;

    ChangedEMails(EntityManager entities, AuthContext caller) {
        this.entities = entities;
        this.caller = caller;
    }

    /** The latest first. */
    @SuppressWarnings("unchecked")
    List<GuardianEMailChange> of(List<GuardianContact> guardians) {
        if (guardians.isEmpty()) {
            return List.of();
        }
        Map<UUID, GuardianContact> byId =
                guardians.stream().collect(Collectors.toMap(GuardianContact::id, Function.identity()));
        List<Tuple> rows = entities.createNativeQuery(CHANGES, Tuple.class)
                .setParameter("school", caller.schoolId())
                .setParameter("guardians", byId.keySet().toArray(UUID[]::new))
                .setParameter("caller", caller.userId())
                .getResultList();
        return rows.stream()
                .map(row -> change(byId.get(row.get("id", UUID.class)), row))
                .toList();
    }

    private static GuardianEMailChange change(GuardianContact guardian, Tuple row) {
        return new GuardianEMailChange(
                guardian.id(),
                guardian.fullName(),
                guardian.children(),
                guardian.email(),
                row.get("before", String.class),
                row.get("actor_id", UUID.class),
                row.get("actor", String.class),
                row.get("created_at", Instant.class));
    }
}
