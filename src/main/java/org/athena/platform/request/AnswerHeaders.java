package org.athena.platform.request;

import java.util.Map;

/** What stands in the head of every answer of the API, whoever writes it. */
public final class AnswerHeaders {

    /** Nobody in between may keep an answer: it is one person's view of one school. */
    public static final Map<String, String> ALWAYS = Map.of(
            "Cache-Control", "no-store", "Vary", "Authorization, X-School-Id", "X-Content-Type-Options", "nosniff");

    private AnswerHeaders() {}
}
