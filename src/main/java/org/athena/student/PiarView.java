package org.athena.student;

import java.util.Map;
import java.util.UUID;

import org.athena.platform.json.MayBeNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A student's individual plan of reasonable adjustments (Decree 1421 of 2017).
 *
 * @param piarData the plan, or null when there is none
 */
@Schema(name = "Piar")
record PiarView(UUID studentId, @MayBeNull Map<String, Object> piarData) {}
