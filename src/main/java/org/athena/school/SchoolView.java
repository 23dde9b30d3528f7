package org.athena.school;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A school, for the platform. */
@Schema(name = "School")
record SchoolView(UUID id, String name, String nit, String resolution, boolean isActive, int version) {

    static SchoolView of(School school) {
        return new SchoolView(school.id, school.name, school.nit, school.resolution, school.active, school.version);
    }
}
