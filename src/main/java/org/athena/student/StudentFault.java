package org.athena.student;

import org.athena.platform.problem.ViolationCode;

/** What can be wrong with a field of a student or a guardian. */
enum StudentFault implements ViolationCode {
    SECOND_PRIMARY,
    /** A restriction in force is lifted by null and a reason, and not by other days. */
    RESTRICTION_IN_FORCE,
    /** A restriction stands for the person that the one in the request would weaken. */
    RESTRICTION_STANDS,
    LIFT_WITHOUT_REASON,
    REASON_WITHOUT_LIFT
}
