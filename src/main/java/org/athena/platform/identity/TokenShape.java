package org.athena.platform.identity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * A token with the right form (RFC 7519, the compact form of RFC 7515), not verified yet. Header members that contain keys or
 * their addresses ({@code jwk}, {@code jku}, {@code x5c}, {@code x5u}) are never read.
 *
 * @param compact the token as it was sent
 * @param algorithm header {@code alg}
 * @param keyId header {@code kid}
 * @param claims the payload
 */
record TokenShape(String compact, String algorithm, Optional<String> keyId, JsonNode claims) {

    private static final int MAX_LENGTH = 8 * 1024;
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * @param compact the bearer token
     * @param accepted the algorithms that are accepted
     * @throws BadTokenException when the token can never be valid here
     */
    static TokenShape parse(String compact, Set<String> accepted) {
        require(compact.length() <= MAX_LENGTH, "longer than 8 KiB");
        String[] parts = compact.split("\\.", -1);
        require(parts.length == 3, "not three parts");
        JsonNode header = object(bytes(parts[0]));
        JsonNode claims = object(bytes(parts[1]));
        bytes(parts[2]);
        String algorithm = text(header, "alg").orElse("");
        require(accepted.contains(algorithm), "algorithm not accepted");
        require(!header.has("crit"), "crit");
        // {@code b64} changes what is signed. RFC 7797, sections 6 and 7, requires it in "crit" and does not allow it
        // in a JWT.
        require(!header.has("b64"), "b64");
        Optional<String> type = text(header, "typ");
        require(!header.has("typ") || type.filter("JWT"::equalsIgnoreCase).isPresent(), "typ is not JWT");
        require(!header.has("kid") || text(header, "kid").isPresent(), "kid is not text");
        return new TokenShape(compact, algorithm, text(header, "kid"), claims);
    }

    private static byte[] bytes(String part) {
        require(!part.isEmpty(), "a part is empty");
        try {
            return Base64Url.decode(part);
        } catch (IllegalArgumentException e) {
            throw new BadTokenException("a part is not canonical base64url");
        }
    }

    private static JsonNode object(byte[] json) {
        try {
            JsonNode node = STRICT.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString());
            require(node.isObject(), "a part is not a JSON object");
            return node;
        } catch (IOException e) {
            throw new BadTokenException("a part is not strict JSON in UTF-8");
        }
    }

    static Optional<String> text(JsonNode node, String member) {
        return Optional.ofNullable(node.get(member)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    /** Whether a flag is absent or {@code false}; any other value counts as set. */
    static boolean falseOrAbsent(JsonNode node, String member) {
        return !node.has(member)
                || node.get(member).isBoolean() && !node.get(member).booleanValue();
    }

    static void require(boolean condition, String reason) {
        if (!condition) {
            throw new BadTokenException(reason);
        }
    }

    /** Reads JSON with the strict rules for tokens. */
    static JsonNode strict(byte[] json) throws IOException {
        return STRICT.readTree(json);
    }

    @Override
    public String toString() {
        return "TokenShape[" + algorithm + "]";
    }
}
