package org.athena.platform.database.replica;

/** The replica cannot answer in the primary's place; the primary does. */
class UnfitReplicaException extends RuntimeException {

    private final Reason reason;

    UnfitReplicaException(Reason reason) {
        // It happens in a healthy service: no stack trace.
        super(reason.label(), null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
