package org.athena.school;

import java.util.Map;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.athena.platform.json.Clearable;
import org.athena.platform.json.JsonSize;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A school's settings in a request.
 *
 * @param peiSummary summary of the institutional project (PEI, Law 115 of 1994, article 73)
 * @param habeasDataText what people are told about their data (Law 1581 of 2012)
 */
@Schema(name = "SettingsData")
record SettingsData(
        @Clearable @Size(max = 10_000) String peiSummary,
        @NotNull @JsonSize Map<String, Object> simatSettings,
        @NotNull @JsonSize Map<String, Object> brandingSettings,
        @NotNull @JsonSize Map<String, Object> securitySettings,
        @Clearable @Size(max = 20_000) String habeasDataText) {

    static SettingsData of(SchoolSettings settings) {
        return new SettingsData(
                settings.peiSummary,
                settings.simatSettings,
                settings.brandingSettings,
                settings.securitySettings,
                settings.habeasDataText);
    }
}
