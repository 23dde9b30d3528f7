package org.athena.student;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** The order of a student's guardians: the priority of a new one, and who of them is the primary one. */
class GuardianOrder {

    private static final int LAST = 99;

    private final Student student;
    private int last;

    /** @param wanted the guardians that a request adds to the student, who is locked */
    GuardianOrder(Student student, List<NewGuardian> wanted) {
        this.student = student;
        last = Stream.concat(
                        student.guardians.stream().map(link -> link.priority),
                        wanted.stream().map(NewGuardian::priority).filter(Objects::nonNull))
                .max(Integer::compare)
                .orElse(0);
    }

    /** The priority after the last one, for a guardian for whom the request names none. */
    int next() {
        last = Math.min(last + 1, LAST);
        return last;
    }

    /**
     * Takes the mark of the primary guardian from whoever has it, and writes that before somebody else gets it: the database lets
     * a student have one at most.
     *
     * @return the link that had the mark, or null
     */
    static UUID release(Student student) {
        StudentGuardian before = primary(student);
        if (before == null) {
            return null;
        }
        before.primary = false;
        StudentGuardian.flush();
        return before.id;
    }

    UUID release() {
        return release(student);
    }

    /** The link of the primary guardian, or null. */
    static StudentGuardian primary(Student student) {
        return student.guardians.stream()
                .filter(link -> link.primary)
                .findFirst()
                .orElse(null);
    }
}
