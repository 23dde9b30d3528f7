package org.athena.locker;

import java.util.UUID;

import org.athena.platform.json.MayBeNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A locker. */
@Schema(name = "Locker")
record LockerView(UUID id, String code, @MayBeNull String note, int version) {

    static LockerView of(Locker locker) {
        return new LockerView(locker.id, locker.code, locker.note, locker.version);
    }
}
