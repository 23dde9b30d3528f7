package org.athena.locker;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.athena.platform.json.Clearable;
import org.athena.platform.json.Filled;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A locker in a request. */
@Schema(name = "LockerData")
record LockerData(
        @NotNull @Filled @Size(max = 20) String code,
        @Clearable @Filled @Size(max = 200) String note) {

    static LockerData of(Locker locker) {
        return new LockerData(locker.code, locker.note);
    }
}
