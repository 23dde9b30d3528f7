package org.athena.platform.edge;

import java.util.Optional;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.athena.platform.database.DatabaseFault;
import org.athena.platform.database.Refusals;
import org.athena.platform.problem.ProblemAnswer;
import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.row.RowAnswer;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns exceptions of routes into problems. An answer shows nothing of an unexpected exception. */
class FaultMappers {

    private static final Logger LOG = Logger.getLogger(FaultMappers.class);

    private final ProblemAnswer answer;
    private final Refusals refusals;
    private final RowAnswer row;
    private final Request request;

    FaultMappers(ProblemAnswer answer, Refusals refusals, RowAnswer row, Request request) {
        this.answer = answer;
        this.refusals = refusals;
        this.row = row;
        this.request = request;
    }

    @ServerExceptionMapper
    Response problem(ProblemException e) {
        if (e.code() == ProblemCode.INTERNAL) {
            LOG.error(e.code().code(), e);
        } else if (e.code().status() >= 500 && e.code() != ProblemCode.AUTH_UNAVAILABLE) {
            // An outage affects every request, so each writes one line only; stack traces would fill the log.
            // TokenExamination logs what is wrong with tokens.
            LOG.warnf("%s: %s (%s)", e.code().code(), e.getMessage(), DatabaseFault.sqlState(e));
            LOG.debug(e.code().code(), e);
        }
        return answer.of(e);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e) {
        Optional<ProblemException> refused = refusals.of(e, asked());
        if (refused.isEmpty()) {
            LOG.error("unexpected", e);
            return answer.unexpected();
        }
        LOG.debug("refused by the database", e);
        if (refused.get().getCause() == null && refused.get() != e) {
            refused.get().initCause(e);
        }
        return problem(refused.get());
    }

    private Refusals.Asked asked() {
        return new Refusals.Asked(row.conditional(), HttpMethod.DELETE.equals(request.getMethod()));
    }
}
