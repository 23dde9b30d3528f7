package org.athena.person.staff;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.validation.Validator;

import org.athena.person.GrantRules;
import org.athena.person.mail.BulkInvitations;
import org.athena.person.mail.BulkInvitations.Invitee;
import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.sheet.SheetFile;
import org.athena.platform.sheet.cells.CellFault;
import org.athena.platform.tenancy.AuthContext;

/** Reads a file of staff, compares it with the school, and invites them: all rows, or none. */
@RequestScoped
class StaffImport {

    /** The people of the school with those e-mails, and the caller; somebody who was removed is not among them. */
    private static final String KNOWN = """
            select u.email from athena.users u
             where u.email = any(cast(:emails as text[]))
               and (u.id = :caller
                    or exists (select 1 from athena.school_memberships m
                                where m.user_id = u.id and m.school_id = :school and m.status in ('active', 'invited')))""";

    private final Validator validator;
    private final GrantRules rules;
    private final BulkInvitations invitations;
    private final EntityManager entities;
    private final AuthContext caller;

    StaffImport(
            Validator validator,
            GrantRules rules,
            BulkInvitations invitations,
            EntityManager entities,
            AuthContext caller) {
        this.validator = validator;
        this.rules = rules;
        this.invitations = invitations;
        this.entities = entities;
        this.caller = caller;
    }

    /** What the import would do, and the faults; nothing is written. */
    StaffImportView tried(SheetFile file, boolean skipKnown) {
        StaffOfFile read = StaffOfFile.of(file, validator, rules::mayGrant);
        Set<String> known = known(read, skipKnown);
        return StaffImportView.of(read, known, 0, true);
    }

    /**
     * Invites the people of the file.
     *
     * @throws ProblemException 400 with the faults by row and column; nothing is written then
     */
    StaffImportView run(SheetFile file, boolean skipKnown) {
        StaffOfFile read = StaffOfFile.of(file, validator, rules::mayGrant);
        Set<String> known = known(read, skipKnown);
        if (!read.faults().isEmpty()) {
            throw new ProblemException(
                            ProblemCode.REQUEST_INVALID,
                            "The file has faults. Nothing was imported.",
                            read.faults().first())
                    .with("more_violations", read.faults().more())
                    .with("understood", read.file().understood());
        }
        List<Invitee> invitees = read.invitees(known);
        return StaffImportView.of(read, known, invitations.open(invitees).size(), false);
    }

    @SuppressWarnings("unchecked")
    private Set<String> known(StaffOfFile read, boolean skip) {
        String[] emails = read.members().stream().map(StaffMember::email).toArray(String[]::new);
        Set<String> known = new HashSet<>(entities.createNativeQuery(KNOWN, String.class)
                .setParameter("emails", emails)
                .setParameter("school", caller.schoolId())
                .setParameter("caller", caller.userId())
                .getResultList());
        read.members().stream()
                .filter(member -> !skip && known.contains(member.email()))
                .forEach(member -> read.faults()
                        .add(
                                member.row(),
                                StaffColumns.EMAIL,
                                CellFault.of(
                                        FaultCode.KNOWN,
                                        "belongs to somebody who is in the school or invited already")));
        return known;
    }
}
