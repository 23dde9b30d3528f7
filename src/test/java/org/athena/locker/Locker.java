package org.athena.locker;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.athena.platform.row.SchoolRow;

/** An entity of the tests alone: what every entity promises has to hold for it without a test of its own. */
@Entity
@Table(name = "lockers")
public class Locker extends SchoolRow {

    public String code;
    public String note;

    Locker apply(LockerData data) {
        code = data.code().strip();
        note = data.note();
        return this;
    }
}
