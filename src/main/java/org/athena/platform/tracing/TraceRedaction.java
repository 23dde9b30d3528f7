package org.athena.platform.tracing;

import java.util.List;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.internal.ExtendedSpanProcessor;

/**
 * Removes personal data from spans. A query contains search words, a path may contain anything, and addresses are personal data;
 * the host is the caller's text. The route stays. For a call that the service makes, the address stays without the ids of people
 * and without the query, because nothing else tells what was called.
 */
@Singleton
class TraceRedaction implements ExtendedSpanProcessor {

    private static final List<AttributeKey<String>> PERSONAL = List.of(
            AttributeKey.stringKey("url.query"),
            AttributeKey.stringKey("url.path"),
            AttributeKey.stringKey("client.address"),
            AttributeKey.stringKey("network.peer.address"),
            AttributeKey.stringKey("user_agent.original"));

    /** For a request, this is the caller's text from the Host header. */
    private static final AttributeKey<String> HOST = AttributeKey.stringKey("server.address");

    private static final AttributeKey<String> CALLED = AttributeKey.stringKey("url.full");

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        redact(span);
    }

    /** Removes attributes that were added during the span, such as the peer. */
    @Override
    public void onEnding(ReadWriteSpan span) {
        redact(span);
    }

    private static void redact(ReadWriteSpan span) {
        PERSONAL.forEach(key -> empty(span, key));
        if (span.getKind() == SpanKind.SERVER) {
            empty(span, HOST);
        }
        String called = span.getAttribute(CALLED);
        if (called != null) {
            span.setAttribute(CALLED, withoutPeople(called));
        }
    }

    private static void empty(ReadWriteSpan span, AttributeKey<String> key) {
        if (span.getAttribute(key) != null) {
            span.setAttribute(key, "");
        }
    }

    private static String withoutPeople(String address) {
        String path = address.split("[?#]", 2)[0];
        return ID.matcher(path).replaceAll("{id}");
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public boolean isOnEndingRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
