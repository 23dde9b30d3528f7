package org.athena.devmode;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * A mail that the stand-in would have sent.
 *
 * @param kind {@code recovery}, {@code magiclink}, {@code signup}, {@code invite} or {@code email_change}
 * @param to whom it goes to
 * @param redirectTo the address that the request named, or null; the link may lead elsewhere when it is not allowed
 * @param link what the person opens
 * @param code the six digits that a person may type instead
 * @param at when it was sent
 */
public record Mail(String kind, String to, String redirectTo, URI link, String code, Instant at) {

    Map<String, String> view() {
        return Map.of("kind", kind, "to", to, "link", link.toString(), "code", code, "at", at.toString());
    }
}
