package org.athena.person.staff;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.athena.platform.names.EMail;
import org.athena.platform.names.PersonName;

/** The cells of a row with the same constraints as a person who is added alone. */
record StaffEntry(
        @NotNull @EMail @Size(min = 3, max = 320) String email,

        @NotNull @PersonName @Size(max = 200) String fullName) {

    @Override
    public String toString() {
        return "StaffEntry[…]";
    }
}
