package org.athena.school;

import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A school's settings. The key is the school, so they are always found by the school of the request. */
@Entity
@Table(name = "school_settings")
class SchoolSettings extends PanacheEntityBase {

    @Id
    public UUID schoolId;

    public String peiSummary;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, Object> simatSettings;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, Object> brandingSettings;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, Object> securitySettings;

    public String habeasDataText;

    @Version
    public int version;

    static SchoolSettings require(UUID school) {
        return SchoolSettings.<SchoolSettings>findByIdOptional(school)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "The school has no settings."));
    }

    void apply(SettingsData data) {
        peiSummary = data.peiSummary();
        simatSettings = data.simatSettings();
        brandingSettings = data.brandingSettings();
        securitySettings = data.securitySettings();
        habeasDataText = data.habeasDataText();
    }
}
