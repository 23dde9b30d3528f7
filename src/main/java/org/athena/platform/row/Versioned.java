package org.athena.platform.row;

import java.util.UUID;

/** A row with an address of its own, whose version is its ETag. */
public interface Versioned {

    UUID id();

    int version();
}
