package org.athena.person;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.athena.platform.names.PersonName;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What people may change of themselves. Their e-mail belongs to their account at Supabase. */
@Schema(name = "OwnData")
record OwnData(@NotNull @PersonName @Size(max = 200) String fullName) {

    static OwnData of(User user) {
        return new OwnData(user.fullName);
    }
}
