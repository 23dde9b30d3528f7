package org.athena.platform.page;

import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.athena.platform.metrics.RouteLabel;
import org.athena.platform.request.AnswerHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Tells the page where Supabase Auth is, at {@code /config.json}, so that one package serves every environment. All of it is public:
 * the publishable key only names the project (Supabase, API keys).
 */
@Singleton
class PageConfig {

    private static final String ADDRESS = "/config.json";

    private final String body;

    PageConfig(
            @ConfigProperty(name = "athena.auth.supabase-url") Optional<String> supabase,
            @ConfigProperty(name = "athena.auth.anon-key") Optional<String> key,
            @ConfigProperty(name = "quarkus.application.version") String release) {
        body = new JsonObject()
                .put("supabase_url", supabase.map(String::strip).orElse("").replaceAll("/+$", ""))
                .put("publishable_key", key.orElse(""))
                .put("release", release)
                .encode();
    }

    void serve(@Observes Router router) {
        router.route(ADDRESS).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        RouteLabel.name(context, ADDRESS);
        AnswerHeaders.ALWAYS.forEach(context.response()::putHeader);
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(body);
    }
}
