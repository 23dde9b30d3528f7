package org.athena.platform.problem;

import java.util.List;

import jakarta.inject.Singleton;

/** The conflicts that rows of any feature may have. */
@Singleton
public class RowConflicts implements ConflictSource {

    /** Another request is writing the row. */
    public static final Conflict BUSY = Conflict.found(
            FaultCode.BUSY,
            "row.busy",
            "",
            "Somebody else is writing the same rows at this moment. Try again shortly.");

    static final Conflict IN_USE = Conflict.found("resource.in_use", "Other rows still use this one.");

    static final Conflict UNKNOWN =
            Conflict.found(FaultCode.UNKNOWN, "resource.unknown", "", "There is no such row in the school.");

    static final Conflict TAKEN =
            Conflict.found(FaultCode.TAKEN, "resource.taken", "", "Another row of the school already has this value.");

    static final Conflict OVERLAPS =
            Conflict.found(FaultCode.OVERLAPS, "resource.overlaps", "", "Another row of the school overlaps this one.");

    static final Conflict OTHER =
            Conflict.found("resource.conflict", "The change conflicts with other rows of the school.");

    @Override
    public List<Conflict> conflicts() {
        return List.of(BUSY, IN_USE, UNKNOWN, TAKEN, OVERLAPS, OTHER);
    }
}
