package org.athena.student;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.athena.platform.json.MayBeNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A field in which a request describes a known guardian otherwise than the school does. The guardian stays as they are; {@code
 * PATCH /guardians/{id}} changes them.
 *
 * @param field the name of the field
 * @param kept the value that the guardian has and keeps
 * @param sent the value in the request
 */
@Schema(name = "Difference")
record Difference(
        @Schema(enumeration = {"document_type", "full_name", "phone", "email", "user_id"})
        String field,

        @MayBeNull String kept,
        String sent) {

    /** The differences of all fields that the request has. */
    static List<Difference> between(GuardianData kept, GuardianData sent) {
        return Stream.of(
                        of("document_type", kept.documentType(), sent.documentType()),
                        of("full_name", kept.fullName(), sent.fullName()),
                        of("phone", kept.phone(), stripped(sent.phone())),
                        of("email", kept.email(), stripped(sent.email())),
                        of("user_id", kept.userId(), sent.userId()))
                .filter(one -> one.sent != null && !one.sent.equals(one.kept))
                .toList();
    }

    private static Difference of(String field, Object kept, Object sent) {
        return new Difference(field, Objects.toString(kept, null), Objects.toString(sent, null));
    }

    private static String stripped(String text) {
        return text == null ? null : text.strip();
    }
}
