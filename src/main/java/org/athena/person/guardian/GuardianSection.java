package org.athena.person.guardian;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A section whose guardians may be invited.
 *
 * @param year the name of its school year
 * @param grade the name of its grade
 * @param invitable how many guardians an invitation of the section would reach now
 */
@Schema(name = "GuardianSection")
record GuardianSection(UUID id, String year, String grade, String name, long invitable) {}
