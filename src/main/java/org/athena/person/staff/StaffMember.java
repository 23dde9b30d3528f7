package org.athena.person.staff;

import java.util.List;

/**
 * A row of the file that can be carried out.
 *
 * @param row its number
 * @param email in lower case
 * @param roles codes of roles, each once
 */
record StaffMember(long row, String email, String fullName, List<String> roles) {

    @Override
    public String toString() {
        return "StaffMember[row " + row + "]";
    }
}
