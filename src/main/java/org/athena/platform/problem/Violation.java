package org.athena.platform.problem;

/**
 * One fault in what the caller sent.
 *
 * @param field the field, parameter or header as the caller knows it, for example {@code guardians[0].phone}
 * @param in where it stands: {@code body}, {@code query}, {@code path}, {@code header}, or {@code row 17} of a file
 * @param message what is wrong, written for a person
 */
public record Violation(String field, String in, String message) {}
