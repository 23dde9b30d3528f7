package org.athena.platform.jobs;

import java.util.UUID;

/** Work of a kind that is due in a school. */
record Due(String kind, UUID school) {}
