package org.athena.platform.problem;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** Turns faults of a request itself into problems. {@code edge.FaultMappers} does this for exceptions of routes. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private static final int MAX_CAUSES = 20;

    private static final String NO_OBJECT = "The body must be a JSON object.";

    private final ProblemAnswer answer;

    ProblemMappers(ProblemAnswer answer) {
        this.answer = answer;
    }

    @ServerExceptionMapper
    Response brokenOff(IOException e) {
        // The client closed the connection or stopped sending, so the service has nothing to correct.
        LOG.debug("a body broke off", e);
        return answer.of(ProblemCode.REQUEST_MALFORMED, "The body is not complete.", List.of());
    }

    // Quarkus has a mapper of its own for this type, which this one replaces.
    @ServerExceptionMapper(priority = 1)
    Response wrongType(MismatchedInputException e) {
        return malformed(e);
    }

    @ServerExceptionMapper(priority = 2)
    Response malformed(JsonProcessingException e) {
        return withoutEnd(e) ? withoutEnd() : JsonFault.of(e).map(this::invalid).orElseGet(() -> unreadable(e));
    }

    private Response invalid(Violation fault) {
        return answer.of(ProblemCode.REQUEST_INVALID, fault.field() + " " + fault.message() + ".", List.of(fault));
    }

    private Response unreadable(JsonProcessingException e) {
        return answer.of(
                ProblemCode.REQUEST_MALFORMED,
                e instanceof MismatchedInputException ? NO_OBJECT : "The body is not well-formed JSON.",
                List.of());
    }

    @ServerExceptionMapper
    Response violations(ConstraintViolationException e) {
        if (e.getConstraintViolations().stream().anyMatch(ProblemMappers::ofTheWhole)) {
            return answer.of(ProblemCode.REQUEST_MALFORMED, NO_OBJECT, List.of());
        }
        List<Violation> violations = e.getConstraintViolations().stream()
                .map(violation -> Violation.of(path(violation), violation))
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
                .toList();
        return answer.of(ProblemCode.REQUEST_INVALID, "Some fields are not valid.", violations);
    }

    @ServerExceptionMapper
    Response notFound(NotFoundException e) {
        AllowedMethods methods = AllowedMethods.here();
        return methods.refused()
                ? notAllowed(methods)
                : answer.of(ProblemCode.ROUTE_NOT_FOUND, "There is nothing at this address.", List.of());
    }

    @ServerExceptionMapper
    Response notAllowed(NotAllowedException e) {
        return notAllowed(AllowedMethods.here());
    }

    private Response notAllowed(AllowedMethods methods) {
        Response problem = answer.of(ProblemCode.REQUEST_METHOD, "This address does not take this method.", List.of());
        return Response.fromResponse(problem).header("Allow", methods.header()).build();
    }

    @ServerExceptionMapper
    Response notSupported(NotSupportedException e) {
        return answer.of(ProblemCode.REQUEST_MEDIA_TYPE, "This media type is not accepted here.", List.of());
    }

    @ServerExceptionMapper
    Response notAcceptable(NotAcceptableException e) {
        return answer.of(ProblemCode.REQUEST_NOT_ACCEPTABLE, "Only application/json is served here.", List.of());
    }

    @ServerExceptionMapper
    Response other(WebApplicationException e) {
        // Quarkus wraps Jackson's exception about a body.
        if (e.getCause() instanceof JsonProcessingException cause) {
            return malformed(cause);
        }
        if (withoutEnd(e)) {
            return withoutEnd();
        }
        int status = e.getResponse().getStatus();
        if (status == ProblemCode.REQUEST_TOO_LARGE.status()) {
            return answer.of(ProblemCode.REQUEST_TOO_LARGE, "The body is larger than the service accepts.", List.of());
        }
        return status < 500
                ? answer.of(ProblemCode.REQUEST_MALFORMED, "The request cannot be read.", List.of())
                : unexpected(e);
    }

    private Response unexpected(WebApplicationException e) {
        LOG.error("unexpected", e);
        return answer.unexpected();
    }

    /** Whether the body exceeded one of Jackson's limits; the deserializer of a field may have wrapped the exception. */
    private static boolean withoutEnd(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
                .limit(MAX_CAUSES)
                .anyMatch(StreamConstraintsException.class::isInstance);
    }

    private Response withoutEnd() {
        return answer.of(
                ProblemCode.REQUEST_MALFORMED,
                "The body is nested too deeply, has too many values, or has a name or number that is too long.",
                List.of());
    }

    /** Whether the body is missing. The path then ends with the method's parameter, whose name the caller does not know. */
    private static boolean ofTheWhole(ConstraintViolation<?> violation) {
        return violation.getInvalidValue() == null
                && StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                                .count()
                        == 2;
    }

    /** The path without the method and its parameter. */
    private static String path(ConstraintViolation<?> violation) {
        return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .skip(2)
                .map(Object::toString)
                .reduce((a, b) -> a + "." + b)
                .orElse(violation.getPropertyPath().toString());
    }
}
