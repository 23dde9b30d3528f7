package org.athena.platform.limits;

import java.util.UUID;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;

import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;

/** This request among those of its user, until it is over: answered, or given up by whoever sent it. */
@RequestScoped
class RequestAtWork {

    private final RequestsAtOnce requests;
    private UUID user;

    RequestAtWork(RequestsAtOnce requests) {
        this.requests = requests;
    }

    /** @throws ProblemException 429 when the user has as many at work as one may */
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
