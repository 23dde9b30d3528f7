package org.athena.person;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.athena.platform.audit.AuditedEntities;
import org.athena.platform.audit.AuditedEntity;

/** How people and memberships are called in the audit log: as the list of people calls them ({@link UserView}). */
@Singleton
class PersonEntities implements AuditedEntities {

    /** The same as {@link User#shownName}. */
    private static final String NAME = """
            case when athena.on_platform() then u.full_name
                 else (select case when m.accepted_at is null then m.invited_name
                                   when m.status = 'invited' then coalesce(m.invited_name, u.full_name) else u.full_name end
                         from athena.school_memberships m
                        where m.user_id = u.id and m.school_id = athena.current_school_id()) end""";

    @Override
    public List<AuditedEntity> audited() {
        String user = AuditedEntity.json(Map.of("user_id", "u.id"));
        return List.of(
                new AuditedEntity(
                        "users",
                        Optional.of("select u.id as id, " + NAME + " as name, " + user
                                + " as refs from athena.users u where u.id = any(cast(:ids as uuid[]))")),
                AuditedEntity.linked(
                        "school_memberships",
                        NAME,
                        Map.of("user_id", "u.id"),
                        "athena.school_memberships r join athena.users u on u.id = r.user_id"));
    }
}
