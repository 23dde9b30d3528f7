package org.athena.platform.sheet;

/**
 * The largest file that a feature reads.
 *
 * @param bytes the size of the file
 * @param rows the rows below the header that are not blank
 */
public record Bounds(int bytes, int rows) {}
