package org.athena.student.imports;

import java.io.InputStream;
import java.util.concurrent.Callable;

import jakarta.enterprise.context.RequestScoped;

import org.athena.platform.limits.ImportSlots;
import org.athena.platform.limits.SchoolShares;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.sheet.Bounds;
import org.athena.platform.sheet.SheetFile;
import org.athena.platform.tenancy.AuthContext;
import org.athena.student.StudentColumns;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Carries out what takes a file of up to ten thousand rows: few at once, each with more time than other requests have. */
@RequestScoped
class ImportWork {

    /** Enough for ten thousand rows on a small, busy machine. */
    private static final int TIMEOUT_SECONDS = 120;

    private static final Bounds BOUNDS = new Bounds(5 * 1024 * 1024, 10_000);

    /** Work with the bytes of a file. */
    interface OfFile<T> {
        T carryOut(byte[] file) throws Exception;
    }

    private final AuthContext caller;
    private final ImportSlots slots;
    private final SchoolShares shares;

    ImportWork(AuthContext caller, ImportSlots slots, SchoolShares shares) {
        this.caller = caller;
        this.slots = slots;
        this.shares = shares;
    }

    /**
     * Reads the body, once the instance and the school have a slot for it.
     *
     * @throws ProblemException 429 when they have none
     */
    <T> T inSlot(InputStream body, OfFile<T> work) throws Exception {
        return slots.during(caller.schoolId(), () -> work.carryOut(body.readNBytes(BOUNDS.bytes() + 1)));
    }

    /** Reads as far as the header, which is checked before a transaction begins. */
    static SheetFile open(byte[] file) {
        return SheetFile.of(file, StudentColumns.ALL, BOUNDS);
    }

    <T> T inTransaction(Callable<T> work) throws Exception {
        return shares.during(
                () -> QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(work));
    }

    /** Claims the school's only slot across all instances, in the transaction. */
    void claim() {
        slots.claim(caller.schoolId());
    }
}
