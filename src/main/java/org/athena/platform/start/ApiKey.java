package org.athena.platform.start;

import java.io.IOException;
import java.util.Base64;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The kind of a Supabase API key. New keys begin with {@code sb_publishable_} or {@code sb_secret_}; keys of older projects are
 * tokens with the role {@code anon} or {@code service_role} (Supabase, <em>Understanding API keys</em>).
 */
enum ApiKey {
    PUBLISHED,
    SECRET,
    /** A token that is not an API key. */
    NEITHER,
    /** Not a known kind of key. */
    UNKNOWN;

    private static final ObjectMapper JSON = new ObjectMapper();
    /** An encoded JSON header with a second part, or the usual beginning of a token that was cut off. */
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
