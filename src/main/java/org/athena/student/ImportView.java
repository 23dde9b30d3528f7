package org.athena.student;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an import did.
 *
 * @param imported how many students were added
 */
@Schema(name = "Import")
record ImportView(int imported) {}
