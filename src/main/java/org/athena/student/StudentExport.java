package org.athena.student;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.athena.platform.audit.Audit;
import org.athena.platform.paging.Page;
import org.athena.platform.paging.PageQuery;
import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.problem.Violation;

import io.quarkus.panache.common.Sort;

/** Reads the students of a list with their first guardians, as rows of a file. */
@RequestScoped
class StudentExport {

    private static final int MOST = 10_000;
    private static final int AT_A_TIME = 1_000;

    private static final String GUARDIANS = """
            from StudentGuardian l join fetch l.guardian
             where is_any_of(l.student.id, ?1) and l.endedAt is null and l.active order by l.priority, l.id""";

    private final EntityManager entities;
    private final StudentReading reading;
    private final Audit audit;

    StudentExport(EntityManager entities, StudentReading reading, Audit audit) {
        this.entities = entities;
        this.reading = reading;
        this.audit = audit;
    }

    /**
     * Reads the rows in one transaction, which is over before they are sent.
     *
     * @throws ProblemException 400 when the list is longer than a file may be
     */
    @Transactional(rollbackOn = Exception.class)
    public List<List<String>> rows(Sort sort, StudentFilters filters) {
        List<List<String>> rows = new ArrayList<>();
        long total;
        int page = 1;
        do {
            Page<Student> students = reading.list(new PageQuery(page++, AT_A_TIME, sort), filters, student -> student);
            total = students.total();
            if (total > MOST) {
                throw ProblemException.invalid(new Violation(
                                "q",
                                "query",
                                "must leave at most 10,000 students; the list has " + total,
                                FaultCode.TOO_MANY)
                        .with("max", MOST)
                        .with("total", total));
            }
            rows.addAll(rows(students.items()));
            // The rows are texts now, and a thousand students with their guardians need not stay.
            entities.clear();
        } while (rows.size() < total && page <= MOST / AT_A_TIME);
        audit.export("students", rows.size() + " students");
        return rows;
    }

    private static List<List<String>> rows(List<Student> students) {
        UUID[] ids = students.stream().map(Student::id).toArray(UUID[]::new);
        Map<UUID, List<StudentGuardian>> guardians =
                StudentGuardian.<StudentGuardian>list(GUARDIANS, (Object) ids).stream()
                        // Whoever is under a restriction must not be called.
                        .filter(link -> !link.restrictedToday())
                        .collect(Collectors.groupingBy(link -> link.student.id));
        return students.stream()
                .map(student -> row(student, guardians.getOrDefault(student.id, List.of())))
                .toList();
    }

    /** The cells in the order of {@link StudentColumns}. */
    private static List<String> row(Student student, List<StudentGuardian> guardians) {
        Stream<String> own = Stream.of(
                student.documentType.name(),
                student.documentNumber,
                student.firstName,
                student.middleName,
                student.lastName,
                student.secondLastName,
                Objects.toString(student.birthDate, null),
                student.gender);
        return Stream.concat(
                        own, guardians.stream().limit(StudentColumns.GUARDIANS).flatMap(link -> cells(link).stream()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<String> cells(StudentGuardian link) {
        return Arrays.asList(
                link.guardian.documentType.name(),
                link.guardian.documentNumber,
                link.guardian.fullName,
                link.relationship,
                link.guardian.phone,
                link.guardian.email,
                yes(link.legalRepresentative),
                yes(link.hasCustody),
                yes(link.canPickup),
                yes(link.emergencyContact),
                yes(link.portalAccess));
    }

    private static String yes(boolean flag) {
        return flag ? "s\u00ed" : "no";
    }
}
