package org.athena.student.imports;

import java.io.InputStream;
import java.util.concurrent.Callable;

import jakarta.enterprise.context.RequestScoped;

import org.athena.platform.limits.FileWork;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.sheet.Bounds;
import org.athena.platform.sheet.SheetFile;
import org.athena.student.StudentColumns;

/** Carries out what takes a file of students. */
@RequestScoped
class ImportWork {

    private static final Bounds BOUNDS = new Bounds(5 * 1024 * 1024, 10_000);

    private final FileWork work;

    ImportWork(FileWork work) {
        this.work = work;
    }

    /**
     * Reads the body, once the instance and the school have a slot for it.
     *
     * @throws ProblemException 429 when they have none
     */
    <T> T inSlot(InputStream body, FileWork.OfFile<T> ofFile) throws Exception {
        return work.inSlot(body, BOUNDS.bytes(), ofFile);
    }

    /** Reads as far as the header, which is checked before a transaction begins. */
    static SheetFile open(byte[] file) {
        return SheetFile.of(file, StudentColumns.ALL, BOUNDS);
    }

    <T> T inTransaction(Callable<T> inside) throws Exception {
        return work.inTransaction(inside);
    }

    /** Claims the school's only slot across all instances, in the transaction. */
    void claim() {
        work.claim();
    }
}
