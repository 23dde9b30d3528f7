package org.athena.devmode;

import java.net.URI;
import java.time.Instant;

/**
 * A mail that the stand-in would have sent.
 *
 * @param kind {@code recovery}, {@code magiclink}, {@code signup} or {@code invite}
 * @param to the e-mail of the account
 * @param redirectTo the address that the request named, or null; the link may lead elsewhere when it is not allowed
 * @param link what the person opens
 * @param code the six digits that a person may type instead
 * @param at when it was sent
 */
public record Mail(String kind, String to, String redirectTo, URI link, String code, Instant at) {}
