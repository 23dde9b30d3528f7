package org.athena.platform.limits;

import java.io.InputStream;
import java.util.concurrent.Callable;

import jakarta.enterprise.context.RequestScoped;

import org.athena.platform.problem.ProblemException;
import org.athena.platform.tenancy.AuthContext;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Carries out what takes a file with thousands of rows: few at once, each with more time than other requests have. */
@RequestScoped
public class FileWork {

    /** Enough for ten thousand rows on a small, busy machine. */
    private static final int TIMEOUT_SECONDS = 120;

    /** Work with the bytes of a file. */
    public interface OfFile<T> {
        T carryOut(byte[] file) throws Exception;
    }

    private final AuthContext caller;
    private final ImportSlots slots;
    private final SchoolShares shares;

    FileWork(AuthContext caller, ImportSlots slots, SchoolShares shares) {
        this.caller = caller;
        this.slots = slots;
        this.shares = shares;
    }

    /**
     * Reads the body, once the instance and the school have a slot for it.
     *
     * @param mostBytes the largest file; of a larger one, one byte more is read
     * @throws ProblemException 429 when they have none
     */
    public <T> T inSlot(InputStream body, int mostBytes, OfFile<T> work) throws Exception {
        return slots.during(caller.schoolId(), () -> work.carryOut(body.readNBytes(mostBytes + 1)));
    }

    public <T> T inTransaction(Callable<T> work) throws Exception {
        return shares.during(
                () -> QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(work));
    }

    /** Claims the school's only slot across all instances, in the transaction. */
    public void claim() {
        slots.claim(caller.schoolId());
    }
}
