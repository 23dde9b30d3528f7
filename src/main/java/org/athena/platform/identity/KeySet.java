package org.athena.platform.identity;

import java.io.IOException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The published keys by their id (RFC 7517).
 *
 * @param keys the usable ones
 * @param leftOut the published keys that are not used, each with the reason, for the log
 */
record KeySet(Map<String, SigningKey> keys, List<String> leftOut) {

    static final KeySet EMPTY = new KeySet(Map.of(), List.of());
    private static final int MAX_KEYS = 20;
    /** The form of Supabase's ids; other text must not get into a log. */
    private static final Pattern PLAIN_ID = Pattern.compile("[A-Za-z0-9._+/=-]{1,64}");

    /**
     * @param algorithm the only algorithm for which the key is used, whatever a token names
     * @param key the public key
     */
    record SigningKey(String algorithm, PublicKey key) {}

    /**
     * Reads a key set. A key that cannot be used is left out, and the others are used.
     *
     * @throws IOException when it is not strict JSON, not an object with a list of keys, or a list of too many
     */
    static KeySet parse(byte[] json) throws IOException {
        JsonNode members = members(json);
        Map<String, SigningKey> keys = new HashMap<>();
        Set<String> twice = new TreeSet<>();
        List<String> leftOut = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            String id = KeyMember.id(members.get(i));
            try {
                if (keys.put(id, KeyMember.read(members.get(i))) != null) {
                    twice.add(id);
                }
            } catch (KeyMember.UnusableException e) {
                leftOut.add("key " + (i + 1) + named(id) + " " + e.getMessage());
            }
        }
        // Of two keys with the same id, an attacker could choose which one verifies.
        keys.keySet().removeAll(twice);
        twice.forEach(id -> leftOut.add("two keys" + named(id) + " share their id"));
        return new KeySet(Map.copyOf(keys), List.copyOf(leftOut));
    }

    private static JsonNode members(byte[] json) throws IOException {
        JsonNode members = TokenShape.strict(json).path("keys");
        if (!members.isArray()) {
            throw new IOException("not an object with a list of keys");
        }
        if (members.size() > MAX_KEYS) {
            throw new IOException("more than " + MAX_KEYS + " keys");
        }
        return members;
    }

    private static String named(String id) {
        return PLAIN_ID.matcher(id).matches() ? " (kid " + id + ")" : "";
    }
}
