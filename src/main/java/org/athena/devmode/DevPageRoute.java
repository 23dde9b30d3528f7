package org.athena.devmode;

import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.arc.profile.IfBuildProfile;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;

/** Leads whoever opens the service's own address in dev mode to the page's server. */
@IfBuildProfile("dev")
@Singleton
class DevPageRoute {

    void serve(@Observes Router router) {
        Optional.ofNullable(System.getProperty(DevServices.SHOWN_PAGE))
                .ifPresent(page -> router.get("/")
                        .handler(context -> context.response()
                                .setStatusCode(302)
                                .putHeader(HttpHeaders.LOCATION, page)
                                .end()));
    }
}
