package org.athena.platform.database.replica;

/** The replica cannot answer in the primary's place; whether that one does, its reason says. */
class UnfitReplicaException extends RuntimeException {

    private final Reason reason;

    UnfitReplicaException(Reason reason) {
        this(reason, null);
    }

    UnfitReplicaException(Reason reason, Throwable cause) {
        // It happens in a healthy service: no stack trace.
        super(reason.label(), cause, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
