package org.athena.platform.identity;

import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.jboss.logging.Logger;

/** The refusal of a bad token, the same for every reason (RFC 6750, section 3.1). */
public final class InvalidToken {

    private static final Logger LOG = Logger.getLogger(InvalidToken.class);

    private InvalidToken() {}

    /**
     * @param reason written to the log only, so that an attacker does not learn which check failed
     * @return 401 {@code auth.invalid_token}, to be thrown
     */
    public static ProblemException because(String reason) {
        LOG.debugf("a token was refused: %s", reason);
        return new ProblemException(
                        ProblemCode.AUTH_INVALID_TOKEN, "The access token is not valid or has expired. Sign in again.")
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }
}
