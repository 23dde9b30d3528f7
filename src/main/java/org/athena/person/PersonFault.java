package org.athena.person;

import org.athena.platform.problem.ViolationCode;

/** What can be wrong with a field of a person. */
enum PersonFault implements ViolationCode {
    /** Nobody sets the state of a person who has no account yet. */
    PENDING_STATUS
}
