package org.athena.platform.identity;

import java.util.function.Consumer;
import java.util.function.Function;

import org.athena.testing.AuthServer.Answer;

import io.restassured.response.Response;

/**
 * One row of the table in {@code docs/tokens.md}.
 *
 * @param name what is special
 * @param first what Supabase Auth answers before
 * @param accepted a token that is let in then
 * @param change what happens then
 * @param sent the request that follows
 * @param code the problem's code, or none for a 200
 * @param calls how often Supabase Auth is asked about that request
 */
record TokenCase(
        String name,
        Answer first,
        String accepted,
        Consumer<TestCaller> change,
        Function<TestCaller, Response> sent,
        String code,
        int calls) {

    static final String GOOD = "";
    static final String BAD = "auth.invalid_token";
    static final String UNAVAILABLE = "auth.unavailable";
    static final Answer DOWN = new Answer(503, null, "");

    static TokenCase good(String name, String token) {
        return good(name, token, token);
    }

    static TokenCase good(String name, String accepted, String sent) {
        return new TokenCase(name, DOWN, accepted, caller -> {}, caller -> caller.send(sent), GOOD, 0);
    }

    /** A token that is refused without a question. */
    static TokenCase bad(String name, String accepted, String sent) {
        return new TokenCase(name, DOWN, accepted, caller -> {}, caller -> caller.send(sent), BAD, 0);
    }

    static TokenCase refused(String name, String accepted, Function<TestCaller, Response> sent, String code) {
        return new TokenCase(name, DOWN, accepted, caller -> {}, sent, code, 0);
    }

    /** A token that follows on a change. */
    static TokenCase after(String name, String accepted, Runnable change, String sent, String code, int calls) {
        return new TokenCase(name, DOWN, accepted, caller -> change.run(), caller -> caller.send(sent), code, calls);
    }

    int status() {
        return switch (code) {
            case GOOD -> 200;
            case UNAVAILABLE -> 503;
            case "auth.malformed_header" -> 400;
            default -> 401;
        };
    }

    /** RFC 6750, section 3: no error where no token was sent. */
    String challenge() {
        return switch (code) {
            case BAD -> "Bearer error=\"invalid_token\"";
            case "auth.required" -> "Bearer";
            default -> null;
        };
    }

    /** The row as the document has it. */
    String row() {
        return "| %s | %d%s | %d |".formatted(name, status(), code.isEmpty() ? "" : " `" + code + "`", calls);
    }
}
