package org.athena.platform.request;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;

import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives every request its id, in the log and in the answer. */
class RequestIdFilter {

    private final RequestId requestId;

    RequestIdFilter(RequestId requestId) {
        this.requestId = requestId;
    }

    @ServerRequestFilter(preMatching = true, priority = FilterPriorities.REQUEST_ID)
    void adopt(ContainerRequestContext request) {
        requestId.adopt(request.getHeaderString(RequestId.HEADER));
        MDC.put(RequestId.FIELD, requestId.value());
    }

    @ServerResponseFilter
    void answer(ContainerResponseContext response) {
        response.getHeaders().putSingle(RequestId.HEADER, requestId.value());
        AnswerHeaders.ALWAYS.forEach(response.getHeaders()::putSingle);
    }
}
