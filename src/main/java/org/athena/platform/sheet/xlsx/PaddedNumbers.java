package org.athena.platform.sheet.xlsx;

import java.util.Optional;

/** The numbers that a sheet shows with zeros in front, because of their format. The file holds them without these zeros. */
final class PaddedNumbers {

    private int count;
    private int first;

    /** @param digits the least number of digits that the format shows */
    void see(int row, String number, int digits) {
        if (!number.isEmpty() && number.length() < digits) {
            first = count++ == 0 ? row : first;
        }
    }

    Optional<String> note() {
        return count == 0
                ? Optional.empty()
                : Optional.of("Numbers that a format shows with zeros in front: " + count + ", the first in row "
                        + first + "; they were read without these zeros");
    }
}
