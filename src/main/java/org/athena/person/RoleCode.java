package org.athena.person;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The codes of the roles, as the values of a query parameter. */
@Schema(name = "RoleCode")
enum RoleCode {
    rector,
    coordinator,
    secretary,
    counselor,
    teacher,
    student,
    acudiente
}
