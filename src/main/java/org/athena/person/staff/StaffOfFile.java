package org.athena.person.staff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;

import org.athena.person.mail.BulkInvitations.Invitee;
import org.athena.platform.names.NormalEMail;
import org.athena.platform.names.NormalName;
import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.problem.Violation;
import org.athena.platform.sheet.Column;
import org.athena.platform.sheet.ConstraintFault;
import org.athena.platform.sheet.Faults;
import org.athena.platform.sheet.Row;
import org.athena.platform.sheet.SheetFile;
import org.athena.platform.sheet.cells.CellFault;
import org.athena.platform.tenancy.Role;

/** The staff that a file names, with its faults as far as the file alone shows them. */
class StaffOfFile {

    private static final CellFault NO_ROLE =
            CellFault.of(FaultCode.REQUIRED, "must name at least one role: " + StaffRole.allowed());
    private static final CellFault NOT_PERMITTED =
            CellFault.of(FaultCode.NOT_PERMITTED, "names a role with permissions that you do not have");

    private final SheetFile file;
    private final Faults faults;
    private final Validator validator;
    private final Predicate<Role> grantable;
    private final List<StaffMember> members = new ArrayList<>();
    private final Map<String, Long> rowsByEmail = new HashMap<>();
    private int rows;

    private StaffOfFile(SheetFile file, Validator validator, Predicate<Role> grantable) {
        this.file = file;
        this.validator = validator;
        this.grantable = grantable;
        faults = new Faults(
                Stream.concat(file.fields().stream(), StaffColumns.ALL.stream().map(Column::name))
                        .distinct()
                        .toList());
    }

    /**
     * Reads the rows.
     *
     * @param grantable whether the caller may give the role
     * @throws ProblemException 400 when the file cannot be read
     */
    static StaffOfFile of(SheetFile file, Validator validator, Predicate<Role> grantable) {
        StaffOfFile read = new StaffOfFile(file, validator, grantable);
        file.rows(read::take);
        return read;
    }

    private void take(Row row) {
        rows++;
        if (StaffColumns.isExample(row)) {
            faults.add(row, "", CellFault.of(FaultCode.EXAMPLE, "is the example of the template; delete the row"));
            return;
        }
        faults.addAll(row, row.faults());
        StaffEntry entry = new StaffEntry(NormalEMail.of(text(row, StaffColumns.EMAIL)), name(row));
        List<String> roles = roles(row);
        for (ConstraintViolation<StaffEntry> violation : validator.validate(entry)) {
            String field = Violation.snakeCase(violation.getPropertyPath().toString());
            faults.add(row, field, ConstraintFault.of(violation));
        }
        Long first = rowsByEmail.putIfAbsent(entry.email(), row.number());
        if (first != null) {
            faults.add(
                    row,
                    StaffColumns.EMAIL,
                    CellFault.of(FaultCode.REPEATED, "is the same as in row " + first)
                            .with("row", first));
        }
        members.add(new StaffMember(row.number(), entry.email(), entry.fullName(), roles));
    }

    private static String text(Row row, String column) {
        return Optional.ofNullable(row.text(column)).orElse("").strip();
    }

    private static String name(Row row) {
        String parts = text(row, StaffColumns.FIRST_NAME) + " " + text(row, StaffColumns.LAST_NAME);
        String whole = text(row, StaffColumns.FULL_NAME);
        return NormalName.of(whole.isEmpty() ? parts : whole);
    }

    private List<String> roles(Row row) {
        Set<String> codes = new LinkedHashSet<>();
        List<String> written = StaffColumns.split(text(row, StaffColumns.ROLES));
        if (written.isEmpty()) {
            faults.add(row, StaffColumns.ROLES, NO_ROLE);
        }
        for (String word : written) {
            Optional<Role> role = StaffRole.named(word).map(StaffRole::role);
            if (role.isEmpty()) {
                faults.add(
                        row,
                        StaffColumns.ROLES,
                        CellFault.of(FaultCode.NOT_ALLOWED, StaffRole.fault(word))
                                .with("allowed", StaffRole.names()));
            } else if (!grantable.test(role.get())) {
                faults.add(row, StaffColumns.ROLES, NOT_PERMITTED);
            } else {
                codes.add(role.get().code());
            }
        }
        return List.copyOf(codes);
    }

    SheetFile file() {
        return file;
    }

    Faults faults() {
        return faults;
    }

    int rows() {
        return rows;
    }

    List<StaffMember> members() {
        return members;
    }

    /** The number of people without a fault who are not in the school. */
    int rightWithout(Set<String> known) {
        return (int) members.stream()
                .filter(member -> !known.contains(member.email()) && !faults.has(member.row()))
                .count();
    }

    /** Without those whom the school has. */
    List<Invitee> invitees(Set<String> known) {
        return members.stream()
                .filter(member -> !known.contains(member.email()))
                .map(member -> new Invitee(member.email(), member.fullName(), member.roles(), null))
                .toList();
    }
}
