package org.athena.devmode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.athena.devmode.Accounts.Account;

import com.fasterxml.jackson.databind.JsonNode;

/** The routes of the second factor, for whoever is signed in: enrol, ask for a code, give it, and take the factor back. */
class FactorRoutes {

    static final String FACTORS = "/auth/v1/factors";

    private static final int MOST = 10;

    private final Sessions sessions;
    private final Grants grants;
    private final Site site;
    private final InstantSource clock;

    FactorRoutes(Sessions sessions, Grants grants, Site site, InstantSource clock) {
        this.sessions = sessions;
        this.grants = grants;
        this.site = site;
        this.clock = clock;
    }

    Reply route(String method, String path, Session session, Account account, JsonNode body) {
        if ((method + " " + path).equals("POST " + FACTORS)) {
            return enrol(session, account, body);
        }
        String[] steps = path.substring(FACTORS.length()).split("/");
        return factor(account, steps)
                .map(factor -> switch (method + (steps.length > 2 ? " " + steps[2] : "")) {
                    case "POST challenge" -> challenge(factor);
                    case "POST verify" -> verify(session, account, factor, body);
                    case "DELETE" -> unenrol(session, account, factor);
                    default -> Reply.error(404, "not_found", "There is nothing here");
                })
                .orElseGet(() -> Reply.error(404, "mfa_factor_not_found", "Factor not found"));
    }

    private static Optional<Factor> factor(Account account, String[] steps) {
        return account.factors.stream()
                .filter(factor -> steps.length > 1 && factor.id.equals(UUID.fromString(steps[1])))
                .findFirst();
    }

    private Reply enrol(Session session, Account account, JsonNode body) {
        if (!body.path("factor_type").asText().equals("totp")) {
            return Reply.error(400, "validation_failed", "The stand-in knows the factor_type totp alone");
        }
        String name = body.path("friendly_name").asText("");
        if (account.factors.stream().anyMatch(known -> known.name.equals(name))) {
            return Reply.error(
                    422,
                    "mfa_factor_name_conflict",
                    "A factor with the friendly name \"%s\" for this user already exists".formatted(name));
        }
        if (account.factors.size() >= MOST) {
            return Reply.error(422, "too_many_enrolled_mfa_factors", "Unenroll a factor to continue");
        }
        if (account.hasSecondFactor() && !session.strong()) {
            return Reply.error(403, "insufficient_aal", "AAL2 required to enroll a new factor");
        }
        Factor factor = new Factor(name, clock.instant());
        account.factors.add(factor);
        return Reply.ok(
                enrolled(factor, uri(account, factor, body.path("issuer").asText(site.host()))));
    }

    private static Map<String, Object> enrolled(Factor factor, String uri) {
        Map<String, Object> enrolled = new LinkedHashMap<>();
        enrolled.put("id", factor.id.toString());
        enrolled.put("type", "totp");
        enrolled.put("friendly_name", factor.name);
        enrolled.put("totp", Map.of("qr_code", QrSvg.of(uri), "secret", Totp.written(factor.secret), "uri", uri));
        return enrolled;
    }

    private static String uri(Account account, Factor factor, String issuer) {
        return "otpauth://totp/%1$s:%2$s?algorithm=SHA1&digits=6&issuer=%1$s&period=%3$d&secret=%4$s"
                .formatted(escaped(issuer), escaped(account.email), Totp.STEP_SECONDS, Totp.written(factor.secret));
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Reply challenge(Factor factor) {
        Instant now = clock.instant();
        return Reply.ok(Map.of(
                "id", factor.challenge(now).toString(),
                "type", "totp",
                "expires_at", now.plus(Factor.PATIENCE).getEpochSecond()));
    }

    private Reply verify(Session session, Account account, Factor factor, JsonNode body) {
        String code = body.path("code").asText("");
        if (code.isEmpty()) {
            return Reply.error(400, "validation_failed", "Code needs to be non-empty");
        }
        UUID challenge = UUID.fromString(body.path("challenge_id").asText());
        Optional<Instant> challenged = factor.challenged(challenge);
        if (challenged.isEmpty()) {
            return Reply.error(422, "mfa_factor_not_found", "MFA factor with the provided challenge ID not found");
        }
        if (Factor.expired(challenged.get(), clock.instant())) {
            return Reply.error(422, "mfa_challenge_expired", "The MFA challenge has expired, create a new one");
        }
        if (!factor.take(challenge, code, clock.instant())) {
            return Reply.error(422, "mfa_verification_failed", "Invalid TOTP code entered");
        }
        session.strengthen(factor.id);
        sessions.end(account.id, other -> !other.strong());
        account.factors.removeIf(other -> !other.verified());
        return Reply.ok(grants.grant(account, session));
    }

    private Reply unenrol(Session session, Account account, Factor factor) {
        if (factor.verified() && !session.strong()) {
            return Reply.error(422, "insufficient_aal", "AAL2 required to unenroll verified factor");
        }
        account.factors.remove(factor);
        sessions.weaken(account.id, factor.id);
        return Reply.ok(Map.of("id", factor.id.toString()));
    }

    /** The code that the person's authenticator app would show: of a verified factor, or else of the last one that was enrolled. */
    Reply code(Optional<Account> account) {
        return account.flatMap(known -> known.factors.stream()
                        .reduce((one, later) -> one.verified() ? one : later)
                        .flatMap(factor -> factor.code(clock.instant())))
                .map(code -> Reply.ok(Map.of("code", code)))
                .orElseGet(() -> Reply.error(
                        404, "not_found", "The account has no second factor, or its codes of this minute were used"));
    }
}
