package org.athena.student.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;

import org.athena.platform.names.Document;
import org.athena.platform.names.DocumentType;
import org.athena.platform.names.NormalEMail;
import org.athena.platform.names.NormalName;
import org.athena.platform.names.NormalPhone;
import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.Violation;
import org.athena.platform.sheet.ConstraintFault;
import org.athena.platform.sheet.Faults;
import org.athena.platform.sheet.Row;
import org.athena.platform.sheet.cells.CellFault;
import org.athena.student.NewGuardian;
import org.athena.student.StudentColumns;
import org.athena.student.StudentData;
import org.athena.student.imports.ImportedStudent.OfRow;

/** Reads the row of a file as a student with guardians. A cell that cannot be read is left out and reported. */
class RowReading {

    private static final Set<String> YES = Set.of("si", "s\u00ed", "s", "x", "1", "true", "verdadero", "yes", "y");
    private static final Set<String> NO = Set.of("no", "n", "0", "false", "falso");

    private static final CellFault NO_TYPE = CellFault.of(
            FaultCode.NOT_A_DOCUMENT_TYPE,
            Violation.oneOf(List.of(DocumentType.values())) + ", or its name in Spanish");

    private static final CellFault OWN =
            CellFault.of(FaultCode.OWN_GUARDIAN, "is the student's own document; nobody is their own guardian");

    private final Validator validator;
    private final Faults faults;
    private final Set<String> cedulas;

    /** @param cedulas the columns of documents whose heading says that they are cédulas */
    RowReading(Validator validator, Faults faults, Set<String> cedulas) {
        this.validator = validator;
        this.faults = faults;
        this.cedulas = cedulas;
    }

    /** @return the student; empty when the document cannot be read, which is reported */
    Optional<ImportedStudent> read(Row row) {
        if (TemplateExample.is(row)) {
            faults.add(row, "", CellFault.of(FaultCode.EXAMPLE, "is the example of the template; delete the row"));
            return Optional.empty();
        }
        faults.addAll(row, row.faults());
        StudentData student = student(row);
        check(row, "", student);
        List<OfRow> guardians = guardians(row);
        if (student.documentType() == null || student.documentNumber() == null) {
            return Optional.empty();
        }
        ImportedStudent read = new ImportedStudent(row.number(), student, guardians);
        refuseOwn(row, read);
        return Optional.of(read);
    }

    private void refuseOwn(Row row, ImportedStudent read) {
        for (OfRow guardian : read.guardians()) {
            if (guardian.data().document().key().equals(read.key())) {
                String column = StudentColumns.ofGuardian(guardian.slot(), "document_number");
                faults.add(row, column, OWN);
            }
        }
    }

    private StudentData student(Row row) {
        return new StudentData(
                type(row, "document_type"),
                Document.normal(row.text("document_number")),
                name(row, "first_name"),
                NormalName.of(row.text("middle_name")),
                name(row, "last_name"),
                NormalName.of(row.text("second_last_name")),
                birthDate(row),
                row.text("gender"),
                null,
                null,
                null,
                null);
    }

    /** A blank cell becomes an empty text, so that its fault is "must not be blank". */
    private static String name(Row row, String column) {
        return NormalName.of(Optional.ofNullable(row.text(column)).orElse(""));
    }

    /** Files of SIMAT write the code before a colon: {@code TI:TARJETA DE IDENTIDAD}. */
    private DocumentType type(Row row, String column) {
        String written = row.text(column);
        if (written == null) {
            return null;
        }
        Optional<DocumentType> type =
                DocumentType.named(written).or(() -> DocumentType.named(written.split(":", 2)[0]));
        if (type.isEmpty()) {
            faults.add(row, column, NO_TYPE);
        }
        return type.orElse(null);
    }

    /** A number below "Cédula del acudiente" says its type itself. */
    private DocumentType typeOfGuardian(Row row, String prefix) {
        String number = prefix + "document_number";
        boolean says = row.text(prefix + "document_type") == null && row.text(number) != null;
        return says && cedulas.contains(number) ? DocumentType.CC : type(row, prefix + "document_type");
    }

    private LocalDate birthDate(Row row) {
        try {
            return row.day("birth_date");
        } catch (DateTimeException e) {
            faults.add(row, "birth_date", row.whyNotADay("birth_date", e));
            return null;
        }
    }

    private void check(Row row, String prefix, Object read) {
        for (ConstraintViolation<Object> violation : validator.validate(read)) {
            String field = Violation.snakeCase(violation.getPropertyPath().toString());
            faults.add(row, prefix + field, ConstraintFault.of(violation));
        }
    }

    private List<OfRow> guardians(Row row) {
        List<OfRow> guardians = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int slot = 1; slot <= StudentColumns.GUARDIANS; slot++) {
            String prefix = StudentColumns.ofGuardian(slot, "");
            if (row.cells().keySet().stream().noneMatch(column -> column.startsWith(prefix))) {
                continue;
            }
            NewGuardian data = guardian(row, slot);
            check(row, prefix, data);
            if (data.documentType() == null || data.documentNumber() == null) {
                continue;
            }
            guardians.add(new OfRow(slot, data));
            if (!seen.add(data.document().key())) {
                faults.add(
                        row,
                        prefix + "document_number",
                        CellFault.of(FaultCode.REPEATED_IN_ROW, "is in the row more than once"));
            }
        }
        return guardians;
    }

    /** The first guardian of a row is the one to call first. Rights that the file does not name are not granted. */
    private NewGuardian guardian(Row row, int slot) {
        String prefix = StudentColumns.ofGuardian(slot, "");
        return new NewGuardian(
                typeOfGuardian(row, prefix),
                Document.normal(row.text(prefix + "document_number")),
                name(row, prefix + "full_name"),
                NormalPhone.of(row.text(prefix + "phone")),
                NormalEMail.of(row.text(prefix + "email")),
                null,
                Optional.ofNullable(row.text(prefix + "relationship")).orElse(""),
                slot == 1,
                slot,
                flag(row, prefix + "is_legal_representative"),
                flag(row, prefix + "has_custody"),
                flag(row, prefix + "portal_access"),
                flag(row, prefix + "can_pickup"),
                flag(row, prefix + "is_emergency_contact"),
                null,
                null,
                null);
    }

    private boolean flag(Row row, String column) {
        String written = Optional.ofNullable(row.text(column)).orElse("no").toLowerCase(Locale.ROOT);
        if (!YES.contains(written) && !NO.contains(written)) {
            faults.add(row, column, CellFault.of(FaultCode.NOT_YES_OR_NO, "must be sí or no"));
        }
        return YES.contains(written);
    }
}
