package org.athena.platform.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.hibernate.type.format.FormatMapper;
import org.hibernate.type.format.jackson.JacksonJsonFormatMapper;

import io.quarkus.arc.Unremovable;
import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Reads and writes JSON columns as Hibernate does, but without interning the names that callers chose. The native executable
 * keeps every interned string for ever.
 */
@ApplicationScoped
class StoredJson {

    // Quarkus looks this bean up when it makes the persistence unit.
    @Produces
    @Singleton
    @Unremovable
    @JsonFormat
    @PersistenceUnitExtension
    FormatMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();
        return new JacksonJsonFormatMapper(
                JsonMapper.builder(factory).findAndAddModules().build());
    }
}
