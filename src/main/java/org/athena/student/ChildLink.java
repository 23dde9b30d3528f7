package org.athena.student;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A link of a person to a student, as it is named among the person's links.
 *
 * @param fullName the student's name
 * @param restricted whether the link has a restriction, even one that does not apply today
 */
@Schema(name = "ChildLink")
record ChildLink(UUID linkId, UUID studentId, String fullName, boolean restricted) {

    static List<ChildLink> of(Collection<StudentGuardian> links) {
        return links.stream()
                .sorted(Comparator.comparing(StudentGuardian::id))
                .map(link ->
                        new ChildLink(link.id, link.student.id, link.student.fullName(), link.restriction() != null))
                .toList();
    }
}
