package org.athena.platform.request;

import java.util.Map;

/** The headers of every answer of the API. */
public final class AnswerHeaders {

    /** No proxy or browser may store an answer, because it is one person's view of one school. */
    public static final Map<String, String> ALWAYS = Map.of(
            "Cache-Control", "no-store", "Vary", "Authorization, X-School-Id", "X-Content-Type-Options", "nosniff");

    private AnswerHeaders() {}
}
