package org.athena.platform.operations;

import java.util.Map;

import io.quarkus.runtime.util.ExceptionUtil;

/**
 * Why a start ended.
 *
 * @param fault what ended it
 * @param environment the process environment
 */
public record StartFailure(Throwable fault, Map<String, String> environment) {

    /** What is wrong. */
    public String line() {
        return String.valueOf(ExceptionUtil.getRootCause(fault).getMessage());
    }

    /** Whether somebody who knows the service has to look at it. */
    public boolean isUnforeseen() {
        return true;
    }
}
