package org.athena.platform.identity;

import static org.athena.platform.identity.TokenShape.require;

import java.security.Key;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Verifies a token with the known keys. The key determines the algorithm; the token only names the key. */
@ApplicationScoped
class TokenVerifier {

    private final AuthConfig config;
    private final PublishedKeys published;
    private final ClaimRules claims;
    private final List<Key> secrets;

    TokenVerifier(AuthConfig config, PublishedKeys published, ClaimRules claims) {
        this.config = config;
        this.published = published;
        this.claims = claims;
        this.secrets = config.secrets().stream()
                .map(secret -> (Key) new SecretKeySpec(secret, "HmacSHA256"))
                .toList();
    }

    /** The parsed bearer token; {@link BadTokenException} when its form is wrong. */
    TokenShape shape(String compact) {
        return TokenShape.parse(compact, config.acceptedAlgorithms());
    }

    /** @throws BadTokenException when the token is certainly bad */
    Decision decide(TokenShape token) {
        return token.algorithm().equals("HS256") ? bySecret(token) : byPublishedKey(token);
    }

    private Decision bySecret(TokenShape token) {
        // An attacker may use a published key as an HMAC secret, and name its id.
        require(token.keyId().flatMap(published::findOrLoad).isEmpty(), "HS256 with the id of a published key");
        return secrets.stream().anyMatch(secret -> signed(token, secret))
                ? new Decision.Verified(claims.check(token.claims()), token.keyId(), Optional.empty())
                : new Decision.Undecidable("no secret fits");
    }

    private Decision byPublishedKey(TokenShape token) {
        String keyId = token.keyId().orElseThrow(() -> new BadTokenException("no kid"));
        Optional<KeySet.SigningKey> key = published.findOrReload(keyId);
        return key.isEmpty() ? new Decision.Undecidable("unknown kid") : by(key.get(), token);
    }

    private Decision by(KeySet.SigningKey key, TokenShape token) {
        require(key.algorithm().equals(token.algorithm()), "the key is for another algorithm");
        require(signed(token, key.key()), "signature");
        Decision.Verified verified =
                new Decision.Verified(claims.check(token.claims()), token.keyId(), Optional.of(key));
        // A load may have ended in the meantime; a key that it withdrew must not count.
        return published.standBy(verified) ? verified : new Decision.Undecidable("its key was withdrawn meanwhile");
    }

    private static boolean signed(TokenShape token, Key key) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(
                    new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, token.algorithm()));
            signature.setCompactSerialization(token.compact());
            signature.setKey(key);
            return signature.verifySignature();
        } catch (JoseException e) {
            return false;
        }
    }
}
