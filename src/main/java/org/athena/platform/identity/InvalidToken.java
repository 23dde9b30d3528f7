package org.athena.platform.identity;

import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.jboss.logging.Logger;

/** How a bad token is refused, whatever is bad about it (RFC 6750, section 3.1). */
public final class InvalidToken {

    private static final Logger LOG = Logger.getLogger(InvalidToken.class);

    private InvalidToken() {}

    /**
     * @param reason goes to the log alone: a caller who guesses must not learn which check failed
     * @return 401 {@code auth.invalid_token}, to be thrown
     */
    public static ProblemException because(String reason) {
        LOG.debugf("a token was refused: %s", reason);
        return new ProblemException(
                        ProblemCode.AUTH_INVALID_TOKEN, "The access token is not valid or has expired. Sign in again.")
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }
}
