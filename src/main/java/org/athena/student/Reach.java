package org.athena.student;

import static org.athena.platform.tenancy.Permission.READ_STUDENTS;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.athena.platform.tenancy.AuthContext;
import org.athena.platform.tenancy.Role;

/**
 * What the caller may see of students: all of the school, or the own ones of each role that they hold. A permission reaches
 * only the rows of the role that grants it.
 *
 * @param all whether every student, and everything about them
 * @param own the reaches of {@link OwnStudent} that count for the caller; never empty, so that it can stand in a query
 */
record Reach(boolean all, List<String> own) {

    static Reach of(AuthContext caller) {
        Set<Role> roles = caller.roles().isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(caller.roles());
        List<String> own = roles.stream()
                .map(role -> switch (role) {
                    case TEACHER -> "teacher";
                    case STUDENT -> "student";
                    case ACUDIENTE -> "guardian";
                    default -> "none";
                })
                .distinct()
                .toList();
        return new Reach(caller.may(READ_STUDENTS), own.isEmpty() ? List.of("none") : own);
    }
}
