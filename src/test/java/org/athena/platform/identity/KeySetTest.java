package org.athena.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

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

class KeySetTest {

    private final PublicJsonWebKey good = PublishedForTests.generate("ES256");

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "RS256", "EdDSA"})
    void theAlgorithmFollowsFromTheKeyWhenItNamesNone(String algorithm) throws IOException {
        PublicJsonWebKey key = PublishedForTests.generate(algorithm);
        assertThat(set(json(key)).keys().get(key.getKeyId()).algorithm()).isEqualTo(algorithm);
    }

    @ParameterizedTest
    @CsvSource({"use, enc", "alg, RS256", "alg, HS256", "kid, ''", "crv, P-384", "kty, oct"})
    void aKeyThatCannotBeTrustedIsLeftOutAndTheRestServes(String member, String value) throws IOException {
        PublicJsonWebKey bad = PublishedForTests.generate("ES256");
        assertOnlyTheGoodOneServes(json(bad)
                .replaceFirst("\\{", "{\"" + member + "\":\"" + value + "\",")
                .replaceFirst(",\"" + member + "\":\"[^\"]*\"(?=[,}])", ""));
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
