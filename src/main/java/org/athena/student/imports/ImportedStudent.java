package org.athena.student.imports;

import java.util.List;

import org.athena.student.NewGuardian;
import org.athena.student.StudentData;

/**
 * A student of a file.
 *
 * @param row the number of the row in the file
 * @param student the student, with a document
 * @param guardians the guardians of the row who have a document
 */
record ImportedStudent(long row, StudentData student, List<OfRow> guardians) {

    /**
     * A guardian of a row.
     *
     * @param slot the number in the names of the guardian's columns, from 1
     */
    record OfRow(int slot, NewGuardian data) {

        String key() {
            return data.document().key();
        }
    }

    /** A key of the document that is the same for two documents that a school cannot have at once. */
    String key() {
        return student.document().key();
    }
}
