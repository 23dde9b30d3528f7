package org.athena.platform.paging;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;

import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.request.FilterPriorities;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses query parameters that a route does not know: with a misspelt filter the answer would be the whole list. */
class QueryParameterFilter {

    /** The parameter of a search box, which pages also send while the box is empty. */
    private static final String WORDS = "q";

    private static final Map<Method, Set<String>> KNOWN = new ConcurrentHashMap<>();

    @ServerRequestFilter(priority = FilterPriorities.INPUT)
    void check(ContainerRequestContext request, ResourceInfo route) {
        Set<String> known = KNOWN.computeIfAbsent(route.getResourceMethod(), QueryParameterFilter::known);
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (!known.contains(name)) {
                throw ProblemException.invalid(name, "query", FaultCode.UNKNOWN_PARAMETER, "is not known here");
            }
            if (values.size() > 1) {
                throw ProblemException.invalid(name, "query", FaultCode.SENT_TWICE, "is sent more than once");
            }
            // Quarkus gives the route null for an empty value, so the filter would seem not to have been sent.
            if (values.contains("") && !name.equals(WORDS)) {
                throw ProblemException.invalid(name, "query", FaultCode.REQUIRED, "must not be empty");
            }
        });
    }

    private static Set<String> known(Method method) {
        Set<String> known = new HashSet<>();
        for (Parameter parameter : method.getParameters()) {
            addName(parameter, known);
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    addName(field, known);
                }
            }
        }
        return known;
    }

    private static void addName(AnnotatedElement parameter, Set<String> known) {
        QueryParam query = parameter.getAnnotation(QueryParam.class);
        if (query != null) {
            known.add(query.value());
        }
    }
}
