package org.athena.student.imports;

import java.util.List;

import jakarta.inject.Singleton;

import org.athena.platform.problem.Conflict;
import org.athena.platform.problem.ConflictSource;

/** The conflicts of imports. */
@Singleton
class ImportConflicts implements ConflictSource {

    static final Conflict TAKEN_BACK = Conflict.found(
            "import.taken_back", "The import of this key was taken back. Send the file with a new Idempotency-Key.");

    static final Conflict TOUCHED = Conflict.found(
            "import.touched",
            "Students and guardians of this import were changed or used since. Nothing was taken back.");

    @Override
    public List<Conflict> conflicts() {
        return List.of(TAKEN_BACK, TOUCHED);
    }
}
