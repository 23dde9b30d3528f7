package org.athena.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.athena.testing.PublishedForTests;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

class KeySetTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** To make malformed keys of; a pair takes its time. */
    private static final Map<String, PublicJsonWebKey> PAIRS = new ConcurrentHashMap<>();

    private final PublicJsonWebKey good = PublishedForTests.generate("ES256");

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "RS256", "EdDSA"})
    void theAlgorithmFollowsFromTheKeyWhenItNamesNone(String algorithm) throws IOException {
        PublicJsonWebKey key = PublishedForTests.generate(algorithm);
        assertThat(set(json(key)).keys().get(key.getKeyId()).algorithm()).isEqualTo(algorithm);
    }

    /** The member is set to that value, or taken away where there is none. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kid | 5",
                "kid | \"\"",
                "kid | null",
                "kid | true",
                "kid | [\"x\"]",
                "kid |",
                "kty | 5",
                "kty | null",
                "kty | \"ec\"",
                "kty | \"oct\"",
                "kty | [\"EC\"]",
                "kty |",
                "crv | 5",
                "crv | null",
                "crv | \"P-384\"",
                "crv | \"P-999\"",
                "crv | \"Ed25519\"",
                "crv |",
                "use | 5",
                "use | null",
                "use | \"enc\"",
                "use | [\"sig\"]",
                "alg | 5",
                "alg | null",
                "alg | \"RS256\"",
                "alg | \"HS256\"",
                "alg | \"none\"",
                "alg | [\"ES256\"]",
                "key_ops | 5",
                "key_ops | null",
                "key_ops | \"verify\"",
                "key_ops | {}",
                "key_ops | {\"a\":\"verify\"}",
                "key_ops | []",
                "key_ops | [5]",
                "key_ops | [\"verify\",5]",
                "key_ops | [null,\"verify\"]",
                "key_ops | [\"sign\"]",
                "key_ops | [\"encrypt\"]",
                "key_ops | [\"Verify\"]",
                "key_ops | [[\"verify\"]]",
                "x5c | 5",
                "x5c | \"AAAA\"",
                "x5c | [5]",
                "x5c | [null]",
                "x5c | [\"AAAA\"]",
                "x5c | {}",
                "x5t | 5",
                "x5t#S256 | []",
                "d | \"AAAA\"",
                "d | 5",
                "x | 5",
                "x | null",
                "x | \"\"",
                "x | \"****\"",
                "x | \"AAAA\"",
                "x | [\"AAAA\"]",
                "x |",
                "y | 5",
                "y | null",
                "y | \"\"",
                "y | \"****\"",
                "y | \"AAAA\"",
                "y | {}",
                "y |"
            })
    void aKeyThatCannotBeTrustedIsLeftOutAndTheRestServes(String member, String value) throws IOException {
        assertOnlyTheGoodOneServes(changed("ES256", member, value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "n | 5",
                "n | null",
                "n | \"\"",
                "n | \"****\"",
                "n | \"AAAA\"",
                "n |",
                "e | 5",
                "e | null",
                "e | \"\"",
                "e | \"****\"",
                "e | \"AQ\"",
                "e | \"Ag\"",
                "e |",
                "crv | \"P-256\"",
                "key_ops | [\"wrapKey\"]",
                "x5c | 5",
                "p | \"AAAA\""
            })
    void anRsaKeyThatCannotBeTrustedIsLeftOut(String member, String value) throws IOException {
        assertOnlyTheGoodOneServes(changed("RS256", member, value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"x | 5", "x | null", "x | \"\"", "x | \"****\"", "x | \"AAAA\"", "x |", "crv | \"X25519\"", "crv |"
            })
    void anEdwardsKeyThatCannotBeTrustedIsLeftOut(String member, String value) throws IOException {
        assertOnlyTheGoodOneServes(changed("EdDSA", member, value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "5", "true", "\"x\"", "[]", "[{}]", "{}"})
    void whatIsNoKeyIsLeftOut(String member) throws IOException {
        assertOnlyTheGoodOneServes(member);
    }

    @Test
    void aCharacterThatIsNotBase64UrlIsNotPassedOver() throws IOException {
        PublicJsonWebKey key = PAIRS.computeIfAbsent("RS256", PublishedForTests::generate);
        String modulus = json(key).replaceAll(".*\"n\":\"([^\"]*)\".*", "$1");
        assertOnlyTheGoodOneServes(json(key).replace(modulus, modulus + "!"));
        assertOnlyTheGoodOneServes(json(key).replace(modulus, modulus + "="));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "key_ops | [\"verify\"]",
                "key_ops | [\"sign\",\"verify\"]",
                "use | \"sig\"",
                "alg | \"ES256\"",
                "ext | true",
                "x5c | []",
                "another | [null]"
            })
    void aKeyThatSaysMoreServes(String member, String value) throws IOException {
        assertThat(set(changed("ES256", member, value)).keys()).hasSize(1);
    }

    @Test
    void aSecretIsNoPublishedKey() throws IOException {
        assertOnlyTheGoodOneServes(
                "{\"kty\":\"oct\",\"kid\":\"x\",\"alg\":\"HS256\",\"k\":\"" + "A".repeat(43) + "\"}");
    }

    @Test
    void aShortRsaKeyIsLeftOut() throws IOException, JoseException {
        assertOnlyTheGoodOneServes(json(named(RsaJwkGenerator.generateJwk(1024))));
    }

    @Test
    void aCurveThatIsNotOursIsLeftOut() throws IOException, JoseException {
        assertOnlyTheGoodOneServes(json(named(EcJwkGenerator.generateJwk(EllipticCurves.P384))));
    }

    @Test
    void anIdThatStandsForTwoKeysStandsForNone() throws IOException {
        PublicJsonWebKey one = PublishedForTests.generate("ES256");
        PublicJsonWebKey other = PublishedForTests.generate("RS256");
        other.setKeyId(one.getKeyId());
        assertOnlyTheGoodOneServes(json(one) + "," + json(other));
        assertOnlyTheGoodOneServes(json(one) + "," + json(other) + "," + json(one));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"keys\":1}", "<html>", "{\"keys\":[],\"keys\":[]}"})
    void whatIsNoKeySetIsRefusedWhole(String json) {
        assertThatThrownBy(() -> KeySet.parse(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }

    private void assertOnlyTheGoodOneServes(String other) throws IOException {
        assertThat(set(other + "," + json(good)).keys()).containsOnlyKeys(good.getKeyId());
    }

    private static String changed(String algorithm, String member, String value) throws IOException {
        ObjectNode key =
                (ObjectNode) JSON.readTree(json(PAIRS.computeIfAbsent(algorithm, PublishedForTests::generate)));
        if (value == null) {
            key.remove(member);
        } else {
            key.set(member, JSON.readTree(value));
        }
        return key.toString();
    }

    private static PublicJsonWebKey named(PublicJsonWebKey key) {
        key.setKeyId("x");
        return key;
    }

    private static String json(PublicJsonWebKey key) {
        return key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    private static KeySet set(String keys) throws IOException {
        return KeySet.parse(("{\"keys\":[" + keys + "]}").getBytes(StandardCharsets.UTF_8));
    }
}
