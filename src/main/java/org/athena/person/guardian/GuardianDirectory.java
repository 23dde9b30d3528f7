package org.athena.person.guardian;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.athena.platform.tenancy.AuthContext;

/** The guardians of sections, and how each can be reached. */
@RequestScoped
class GuardianDirectory {

    /**
     * Active students with an active enrollment, by links that have not ended and have no restriction in force. An account is never
     * found by the guardian's e-mail: of a member with the same e-mail it is asked whether they are the guardian.
     */
    static final String REACH = """
            with placed as (
              select e.class_section_id, l.guardian_id, s.full_name as child
                from athena.enrollments e
                join athena.students s on s.school_id = e.school_id and s.id = e.student_id and s.is_active
                join athena.student_guardians l on l.school_id = e.school_id and l.student_id = e.student_id
                 and l.is_active and l.ended_at is null
                 and not (l.restriction is not null and athena.today() between coalesce(l.restriction_from, '-infinity')
                                                                           and coalesce(l.restriction_to, 'infinity'))
               where e.school_id = :school and e.status = 'active'),
            shared as (
              select lower(trim(g.email)) as email from athena.guardians g
               where g.school_id = :school and g.email is not null group by 1 having count(*) > 1),
            members as (
              select distinct on (lower(u.email)) lower(u.email) as email, u.id, m.status, m.roles,
                     case when m.accepted_at is null then m.invited_name else u.full_name end as name
                from athena.school_memberships m join athena.users u on u.id = m.user_id where m.school_id = :school
               order by lower(u.email), m.status = 'active' desc, u.id),
            asked as (
              select m.guardian_id, bool_or(m.mail is not null and m.expires_at > now()) as open,
                     bool_or(m.declined_at is not null) as declined
                from athena.school_memberships m
               where m.school_id = :school and m.guardian_id is not null group by m.guardian_id),
            reached as (
              select g.id, g.full_name, g.phone, e.mail as email, m.id as member_id, m.name as member_name, m.roles as member_roles,
                     case when g.user_id is not null then 'has_account'
                          when e.mail is null or e.mail !~ ('^(' || :form || ')$') then 'no_email'
                          when e.mail in (select s.email from shared s) then 'shared_email'
                          when m.id = :caller then 'own_email'
                          when a.open then 'invited'
                          when a.declined then 'declined'
                          when m.status in ('active', 'invited') then 'member'
                          else 'unknown' end as reach
                from athena.guardians g
               cross join lateral (select nullif(lower(trim(g.email)), '') as mail) e
                left join asked a on a.guardian_id = g.id
                left join members m on m.email = e.mail
               where g.school_id = :school)
            """;

    private static final String GUARDIANS = REACH + """
            select r.id, r.full_name, r.phone, r.email, array_agg(distinct p.child) as children, r.reach,
                   r.member_id, r.member_name, r.member_roles
              from placed p join reached r on r.id = p.guardian_id
             where p.class_section_id = any(cast(:sections as uuid[]))
             group by r.id, r.full_name, r.phone, r.email, r.reach, r.member_id, r.member_name, r.member_roles
             order by r.full_name, r.id""";

    private static final String UNKNOWN = """
            select w.place - 1 from unnest(cast(:sections as uuid[])) with ordinality w (id, place)
             where not exists (select 1 from athena.class_sections c where c.school_id = :school and c.id = w.id)
             order by w.place limit 1""";

    private static final String STRANGERS = """
            select w.place - 1 from unnest(cast(:users as uuid[])) with ordinality w (id, place)
             where not exists (select 1 from athena.school_memberships m where m.school_id = :school and m.user_id = w.id)
             order by w.place limit 1""";

    private static final String ALONE =
            "select pg_advisory_xact_lock(hashtextextended('guardian invitations ' || :school, 0))";

    private final EntityManager entities;
    private final AuthContext caller;

    GuardianDirectory(EntityManager entities, AuthContext caller) {
        this.entities = entities;
        this.caller = caller;
    }

    /** The place of the first id that is not a section of the school; none when all are. */
    @SuppressWarnings("unchecked")
    List<Long> unknown(List<UUID> sections) {
        return entities.createNativeQuery(UNKNOWN, Long.class)
                .setParameter("school", caller.schoolId())
                .setParameter("sections", sections.toArray(UUID[]::new))
                .getResultList();
    }

    /** The place of the first id that is not of somebody in the school, whatever became of their membership; none when all are. */
    @SuppressWarnings("unchecked")
    List<Long> strangers(List<UUID> users) {
        return entities.createNativeQuery(STRANGERS, Long.class)
                .setParameter("school", caller.schoolId())
                .setParameter("users", users.toArray(UUID[]::new))
                .getResultList();
    }

    /** Waits until no other transaction invites guardians of the school, so that each of them is invited by one. */
    void alone() {
        entities.createNativeQuery(ALONE)
                .setParameter("school", caller.schoolId().toString())
                .getSingleResult();
    }

    /** By name. */
    @SuppressWarnings("unchecked")
    List<GuardianContact> of(List<UUID> sections, String form) {
        List<Tuple> rows = entities.createNativeQuery(GUARDIANS, Tuple.class)
                .setParameter("school", caller.schoolId())
                .setParameter("sections", sections.toArray(UUID[]::new))
                .setParameter("caller", caller.userId())
                .setParameter("form", form)
                .getResultList();
        return rows.stream().map(GuardianDirectory::guardian).toList();
    }

    private static GuardianContact guardian(Tuple row) {
        return new GuardianContact(
                row.get("id", UUID.class),
                row.get("full_name", String.class),
                row.get("phone", String.class),
                row.get("email", String.class),
                Arrays.stream(row.get("children", String[].class)).sorted().toList(),
                Reachable.valueOf(row.get("reach", String.class)),
                member(row));
    }

    private static Optional<SchoolMember> member(Tuple row) {
        return Optional.ofNullable(row.get("member_id", UUID.class))
                .map(id -> new SchoolMember(
                        id, row.get("member_name", String.class), List.of(row.get("member_roles", String[].class))));
    }
}
