package org.athena.platform.sheet;

import jakarta.validation.ConstraintViolation;

import org.athena.platform.problem.ConstraintCode;
import org.athena.platform.sheet.cells.CellFault;

/** What a constraint of a record finds in a cell. */
public final class ConstraintFault {

    private ConstraintFault() {}

    public static CellFault of(ConstraintViolation<?> violation) {
        ConstraintCode code = ConstraintCode.of(violation);
        return new CellFault(code.word(), violation.getMessage(), code.params());
    }
}
