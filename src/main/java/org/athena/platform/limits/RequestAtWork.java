package org.athena.platform.limits;

import java.util.UUID;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;

import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;

/** Counts this request among those of its user until it has been answered, or its sender has given up. */
@RequestScoped
class RequestAtWork {

    private final RequestsAtOnce requests;
    private UUID user;

    RequestAtWork(RequestsAtOnce requests) {
        this.requests = requests;
    }

    /** @throws ProblemException 429 when the user has reached the limit */
    void of(UUID caller) {
        user = caller;
        if (!requests.enter(caller)) {
            throw new ProblemException(
                            ProblemCode.RATE_LIMITED,
                            "You have too many requests in progress. Wait until one of them has been answered.")
                    .header("Retry-After", "1");
        }
    }

    @PreDestroy
    void over() {
        if (user != null) {
            requests.leave(user);
        }
    }
}
