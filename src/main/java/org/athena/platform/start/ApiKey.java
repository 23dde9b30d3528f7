package org.athena.platform.start;

import java.io.IOException;
import java.util.Base64;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What kind of key a text is, as Supabase makes them: {@code sb_publishable_…} and {@code sb_secret_…}, or in older projects tokens
 * whose role is {@code anon} or {@code service_role} (Supabase, <em>Understanding API keys</em>).
 */
enum ApiKey {
    PUBLISHED,
    SECRET,
    /** A token, but the key of no project. */
    NEITHER,
    /** No key that is known. */
    UNKNOWN;

    private static final ObjectMapper JSON = new ObjectMapper();
    /** A header in JSON, encoded, and a second part; or the usual beginning of one that was cut off. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]*\\..*|eyJhbGciOi.*", Pattern.DOTALL);

    static ApiKey kind(String text) {
        String key = text.strip();
        if (key.startsWith("sb_publishable_")) {
            return PUBLISHED;
        }
        if (key.startsWith("sb_secret_")) {
            return SECRET;
        }
        return TOKEN.matcher(key).matches() ? ofToken(key) : UNKNOWN;
    }

    private static ApiKey ofToken(String token) {
        return switch (role(token)) {
            case "anon" -> PUBLISHED;
            case "service_role" -> SECRET;
            default -> NEITHER;
        };
    }

    private static String role(String token) {
        try {
            String[] parts = token.split("\\.");
            JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
            return claims.path("role").asText();
        } catch (IOException | RuntimeException e) {
            return "";
        }
    }
}
