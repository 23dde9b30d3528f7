package org.athena.person;

import java.util.UUID;

import org.athena.school.School;

/**
 * A school that the caller may name.
 *
 * @param id the school's id, for {@code X-School-Id}
 * @param name the school's name, for the person who chooses
 * @param timeZone the name in the IANA time zone database
 */
record SchoolChoiceView(UUID id, String name, String timeZone) {

    static SchoolChoiceView of(School school) {
        return new SchoolChoiceView(school.id, school.name, school.timeZone);
    }
}
