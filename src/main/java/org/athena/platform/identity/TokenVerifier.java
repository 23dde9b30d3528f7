package org.athena.platform.identity;

import java.security.Key;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Decides about a token with the keys at hand. The algorithm is the key's; a token only says which key it means. */
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

    /** The shape of a bearer token, or {@link BadTokenException}. */
    TokenShape shape(String compact) {
        return TokenShape.parse(compact, config.acceptedAlgorithms());
    }

    Decision decide(TokenShape token) {
        try {
            return token.algorithm().equals("HS256") ? bySecret(token) : byPublishedKey(token);
        } catch (BadTokenException e) {
            return new Decision.Bad(e.getMessage());
        }
    }

    private Decision bySecret(TokenShape token) {
        // A published key's id on an HMAC token is somebody trying the public key as the secret.
        if (token.keyId().flatMap(published::findOrLoad).isPresent()) {
            return new Decision.Bad("HS256 with the id of a published key");
        }
        return secrets.stream().anyMatch(secret -> signed(token, secret))
                ? new Decision.Verified(claims.check(token.claims()), Optional.empty())
                : new Decision.Undecidable("no secret fits");
    }

    private Decision byPublishedKey(TokenShape token) {
        if (token.keyId().isEmpty()) {
            return new Decision.Bad("no kid");
        }
        Optional<KeySet.SigningKey> key = published.findOrReload(token.keyId().get());
        if (key.isEmpty()) {
            return new Decision.Undecidable("unknown kid");
        }
        if (!key.get().algorithm().equals(token.algorithm())) {
            return new Decision.Bad("the key is for another algorithm");
        }
        if (!signed(token, key.get().key())) {
            return new Decision.Bad("signature");
        }
        Decision verified = new Decision.Verified(claims.check(token.claims()), key);
        // A refresh may have ended meanwhile: what it withdrew counts no longer.
        return published.find(token.keyId().get()).equals(key)
                ? verified
                : new Decision.Undecidable("its key was withdrawn meanwhile");
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
