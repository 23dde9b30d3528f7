package org.athena.platform.database.replica;

/** The replica cannot answer the report. The reason says whether the primary answers instead. */
class UnfitReplicaException extends RuntimeException {

    private final Reason reason;

    UnfitReplicaException(Reason reason) {
        this(reason, null);
    }

    UnfitReplicaException(Reason reason, Throwable cause) {
        // No stack trace: this happens in a healthy service.
        super(reason.label(), cause, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
