package org.athena.school;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.athena.platform.json.Clearable;
import org.athena.platform.json.OneLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A school in a request.
 *
 * @param nit the tax number (NIT, DIAN) with its check digit, unique in the installation
 * @param resolution the act by which the education authority licensed the school
 */
@Schema(name = "SchoolData")
record SchoolData(
        @NotNull @OneLine @Size(max = 200) @Schema(examples = "Colegio San Mateo")
        String name,

        @Clearable @Nit @Schema(examples = "900123456-7", pattern = Nit.FORM)
        String nit,

        @Clearable @OneLine @Size(max = 200) String resolution,
        Boolean isActive) {

    static SchoolData of(School school) {
        return new SchoolData(school.name, school.nit, school.resolution, school.active);
    }
}
