package org.athena.platform.identity;

import static org.athena.platform.identity.TokenCase.BAD;
import static org.athena.platform.identity.TokenCase.GOOD;
import static org.athena.platform.identity.TokenCase.UNAVAILABLE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import org.athena.testing.AuthServer;
import org.athena.testing.AuthServer.Answer;
import org.athena.testing.AuthServer.Pace;
import org.athena.testing.Schools;

/** What each answer of {@code GET /auth/v1/user} means for a token that is undecidable here. */
final class SupabaseCases {

    private static final int MORE_THAN_AN_ADDRESS_MAY = 150;
    private static final int BREAKER_TRIPS = 10;

    private final UUID user;
    private final UUID somebodyElse;
    private final Collection<UUID> many;
    private final String known;

    /**
     * @param one whose teacher sends the tokens, unless others do
     * @param other whose people flood the service together
     */
    SupabaseCases(Schools.School one, Schools.School other) {
        this.user = one.person("teacher");
        this.somebodyElse = one.person("secretary");
        this.many = other.people().values();
        this.known = user("");
    }

    List<TokenCase> all() {
        List<TokenCase> cases = new ArrayList<>(refusals());
        cases.addAll(silences());
        cases.addAll(users());
        cases.addAll(floods());
        return cases;
    }

    private List<TokenCase> refusals() {
        return List.of(
                answered("403 bad_jwt", new Answer(403, "bad_jwt", "{}"), BAD),
                answered("403 session_not_found", new Answer(403, "session_not_found", "{}"), BAD),
                answered("403 user_not_found", new Answer(403, "user_not_found", "{}"), BAD),
                answered("403 user_banned", new Answer(403, "user_banned", "{}"), BAD),
                answered("400 validation_failed", new Answer(400, "validation_failed", "{}"), BAD));
    }

    private List<TokenCase> silences() {
        return List.of(
                row("wrong apikey, refused by the gateway", caller -> AuthServer.apiKey = "another", UNAVAILABLE, 1),
                answered("401 no_authorization", new Answer(401, "no_authorization", "{}"), UNAVAILABLE),
                answered("403 of a gateway, without a code", new Answer(403, null, "{}"), UNAVAILABLE),
                answered("403 with an unknown code", new Answer(403, "over_quota", "{}"), UNAVAILABLE),
                answered("404", new Answer(404, null, "{}"), UNAVAILABLE),
                answered("429", new Answer(429, "over_request_rate_limit", "{}"), UNAVAILABLE),
                answered("302", new Answer(302, null, ""), UNAVAILABLE),
                answered("500", new Answer(500, "unexpected_failure", "{}"), UNAVAILABLE),
                answered("504", new Answer(504, "request_timeout", "{}"), UNAVAILABLE),
                answered("no answer in time", new Answer(200, null, known, Pace.NOTHING), UNAVAILABLE),
                answered("half an answer in time", new Answer(200, null, known, Pace.HALF), UNAVAILABLE),
                answered("garbage", new Answer(200, null, "<html>hello</html>"), UNAVAILABLE),
                answered("nothing", new Answer(200, null, ""), UNAVAILABLE),
                answered("a list", new Answer(200, null, "[]"), UNAVAILABLE),
                answered(
                        "over 64 KiB",
                        new Answer(200, null, user(",\"x\":\"" + "x".repeat(65_536) + "\"")),
                        UNAVAILABLE));
    }

    private List<TokenCase> users() {
        return List.of(
                answered("the user", new Answer(200, null, known), GOOD),
                answered("another user", new Answer(200, null, known.replace(user.toString(), other())), BAD),
                answered("the user, banned", of(",\"banned_until\":\"2999-01-01T00:00:00Z\""), BAD),
                answered("the user, banned until a number", of(",\"banned_until\":1"), BAD),
                answered("the user, once banned", of(",\"banned_until\":\"2001-01-01T00:00:00Z\""), GOOD),
                answered("the user, deleted", of(",\"deleted_at\":\"2001-01-01T00:00:00Z\""), BAD),
                answered("the user, not deleted", of(",\"deleted_at\":null,\"banned_until\":null"), GOOD),
                answered("the user, anonymous", of(",\"is_anonymous\":true"), BAD),
                answered("the user, anonymous as text", of(",\"is_anonymous\":\"no\""), BAD),
                answered("the user, banned until an object", of(",\"banned_until\":{\"a\":[null]}"), BAD),
                answered("the user, whose id is a number", new Answer(200, null, "{\"id\":1}"), UNAVAILABLE));
    }

    private List<TokenCase> floods() {
        String mine = KeyCases.stranger().of(user);
        String elsewhere = theirs();
        return List.of(
                sent("Auth down for a while: nobody asks for 5 s", this::breakDown, mine, UNAVAILABLE, 0),
                sent("Auth down for a while: a token decided here", this::breakDown, es256(), GOOD, 0),
                sent("flood in one name: one more", this::floodAlone, mine, UNAVAILABLE, 0),
                sent("flood in one name: somebody else at the same address", this::floodAlone, theirs(), GOOD, 1),
                sent("flood in one name: a token decided here", this::floodAlone, es256(), GOOD, 0),
                sent(
                        "flood in many names: somebody else at the same address",
                        this::floodTogether,
                        theirs(),
                        UNAVAILABLE,
                        0),
                sent("flood in many names: a token decided here", this::floodTogether, es256(), GOOD, 0),
                new TokenCase(
                        "flood in many names: somebody else at another address",
                        new Answer(200, null, known),
                        KeyCases.stranger().of(user),
                        this::floodTogether,
                        caller -> TestCaller.somebody().send(elsewhere),
                        GOOD,
                        1));
    }

    private void breakDown(TestCaller caller) {
        AuthServer.userAnswer = new Answer(500, "unexpected_failure", "{}");
        flood(caller, user, BREAKER_TRIPS);
    }

    private void floodAlone(TestCaller caller) {
        AuthServer.userAnswer = new Answer(403, "bad_jwt", "{}");
        flood(caller, user, MORE_THAN_AN_ADDRESS_MAY);
        knowSomebodyElse();
    }

    private void floodTogether(TestCaller caller) {
        AuthServer.userAnswer = new Answer(403, "bad_jwt", "{}");
        many.forEach(name -> flood(caller, name, MORE_THAN_AN_ADDRESS_MAY / many.size()));
        knowSomebodyElse();
    }

    private void knowSomebodyElse() {
        AuthServer.userAnswer = new Answer(200, null, known.replace(user.toString(), somebodyElse.toString()));
    }

    private static void flood(TestCaller caller, UUID name, int tokens) {
        for (int i = 0; i < tokens; i++) {
            caller.send(KeyCases.stranger().of(name));
        }
    }

    private String theirs() {
        return KeyCases.stranger().of(somebodyElse);
    }

    private String es256() {
        return AuthServer.es256().of(user);
    }

    private TokenCase answered(String name, Answer answer, String code) {
        return row("Auth answers: " + name, caller -> AuthServer.userAnswer = answer, code, 1);
    }

    private TokenCase row(String name, Consumer<TestCaller> change, String code, int calls) {
        return sent(name, change, KeyCases.stranger().of(user), code, calls);
    }

    private TokenCase sent(String name, Consumer<TestCaller> change, String token, String code, int calls) {
        String accepted = KeyCases.stranger().of(user);
        return new TokenCase(
                name, new Answer(200, null, known), accepted, change, caller -> caller.send(token), code, calls);
    }

    private Answer of(String more) {
        return new Answer(200, null, user(more));
    }

    private String user(String more) {
        return "{\"id\":\"" + user + "\",\"role\":\"authenticated\"" + more + "}";
    }

    private static String other() {
        return UUID.randomUUID().toString();
    }
}
