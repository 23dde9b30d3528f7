package org.athena.platform.identity;

import java.util.Map;
import java.util.Set;

import org.athena.testing.MovableClock;

import io.quarkus.test.junit.QuarkusTestProfile;

/** The service with all that tokens can meet: every algorithm, both secrets, a proxy that names the caller, a clock to move. */
public class EveryToken implements QuarkusTestProfile {

    static final String PREVIOUS_SECRET = "the-secret-of-tests-before-the-rotation";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "JWT_ALGORITHM", "ES256,RS256,EdDSA,HS256",
                "JWT_SECRET_PREVIOUS", PREVIOUS_SECRET,
                "ATHENA_TRUSTED_PROXIES", "127.0.0.1");
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(MovableClock.class);
    }
}
