package org.athena.school;

import java.util.UUID;

import org.athena.platform.json.MayBeNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A school, for the platform. */
@Schema(name = "School")
record SchoolView(
        UUID id,
        String name,
        @MayBeNull String nit,
        @MayBeNull String resolution,
        boolean isActive,
        int version) {

    static SchoolView of(School school) {
        return new SchoolView(school.id, school.name, school.nit, school.resolution, school.active, school.version);
    }
}
