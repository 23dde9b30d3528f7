package org.athena.school;

import java.util.Map;
import java.util.UUID;

import org.athena.platform.json.MayBeNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The caller's school, with the settings that every member may see; the other settings are for those who may change them.
 *
 * @param timeZone the name in the IANA time zone database, such as America/Bogota
 */
@Schema(name = "OwnSchool")
@JsonInclude(JsonInclude.Include.NON_NULL)
record OwnSchoolView(
        UUID id,
        String name,

        @Schema(description = "Of the IANA time zone database; days and times of the school are in this zone")
        String timeZone,

        Map<String, Object> brandingSettings,
        @MayBeNull String habeasDataText,
        @MayBeNull String nit,
        @MayBeNull String resolution,
        @MayBeNull String peiSummary,
        @MayBeNull Map<String, Object> simatSettings,
        @MayBeNull Map<String, Object> securitySettings,
        int version) {

    static OwnSchoolView of(School school, SchoolSettings settings, boolean all) {
        return new OwnSchoolView(
                school.id,
                school.name,
                school.timeZone,
                settings.brandingSettings,
                settings.habeasDataText,
                all ? school.nit : null,
                all ? school.resolution : null,
                all ? settings.peiSummary : null,
                all ? settings.simatSettings : null,
                all ? settings.securitySettings : null,
                version(school, settings));
    }

    /** The view combines two rows. Both versions only increase, so their sum changes with either. */
    static int version(School school, SchoolSettings settings) {
        return school.version + settings.version;
    }
}
