package org.athena.platform.problem;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One fault in what the caller sent.
 *
 * @param field the field, parameter or header as the caller knows it, for example {@code guardians[0].phone}
 * @param in where it stands: {@code body}, {@code query}, {@code path}, {@code header}, or {@code row 17} of a file
 * @param message what is wrong, written for a person
 */
@RegisterForReflection
public record Violation(String field, String in, String message) {}
