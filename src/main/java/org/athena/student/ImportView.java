package org.athena.student;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The result of an import.
 *
 * @param imported the number of new students
 */
@Schema(name = "Import")
record ImportView(int imported) {}
