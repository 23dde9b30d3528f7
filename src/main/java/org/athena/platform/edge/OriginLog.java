package org.athena.platform.edge;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Logs why a browser does not let a page call the API. The browser tells the page only that CORS failed. Text of the caller is
 * repeated only when it is an origin or a short token.
 */
@Singleton
class OriginLog {

    private static final Logger LOG = Logger.getLogger(OriginLog.class);

    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]{1,200}");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final EdgeConfig config;

    OriginLog(EdgeConfig config) {
        this.config = config;
    }

    /** Writes a line for a preflight (Fetch, section 4.8) that is refused. */
    void look(RoutingContext context) {
        HttpServerRequest request = context.request();
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        String method = request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
        if (request.method() == HttpMethod.OPTIONS && origin != null && method != null) {
            refusal(origin, method, request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS))
                    .ifPresent(why -> LOG.infof("a preflight is refused: %s", why));
        }
        context.next();
    }

    private Optional<String> refusal(String origin, String method, String headers) {
        String page = ORIGIN.matcher(origin).matches() ? origin : "(no origin)";
        if (!letIn(origin)) {
            return Optional.of(page + " is not one of ATHENA_CORS_ORIGINS");
        }
        if (BrowserRules.METHODS.stream().noneMatch(allowed -> allowed.name().equals(method))) {
            return Optional.of("pages of " + page + " may not use the method " + shown(method));
        }
        return Stream.ofNullable(headers)
                .flatMap(names -> Arrays.stream(names.split(",")))
                .map(String::strip)
                .filter(name -> BrowserRules.HEADERS.stream().noneMatch(name::equalsIgnoreCase))
                .findFirst()
                .map(name -> "pages of " + page + " may not send the header " + shown(name));
    }

    private boolean letIn(String origin) {
        return config.corsOrigins().stream()
                .flatMap(origins -> origins.stream())
                .map(String::strip)
                .anyMatch(named -> named.equals("*") || named.equals(origin));
    }

    private static String shown(String token) {
        return TOKEN.matcher(token).matches() ? token : "(no token)";
    }
}
