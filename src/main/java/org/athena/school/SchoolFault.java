package org.athena.school;

import org.athena.platform.problem.ViolationCode;

/** What can be wrong with a field of a school. */
enum SchoolFault implements ViolationCode {
    NOT_A_NIT
}
