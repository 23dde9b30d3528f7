package org.athena.person.guardian;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The sections of the school, all of them.
 *
 * @param items the latest year first, then by grade and name
 */
@Schema(name = "GuardianSections")
record GuardianSectionsView(List<GuardianSection> items) {}
