package org.athena.platform.edge;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;

import org.athena.platform.limits.BodiesInMemory;
import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.request.FilterPriorities;
import org.athena.platform.tenancy.AuthContext;
import org.athena.platform.tenancy.AuthContextHolder;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

import io.netty.buffer.ByteBufInputStream;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/**
 * Waits for the whole body without holding a thread, so that a slow sender delays nobody else. The time is limited. The wait
 * begins after the check whether the caller may send the body; nothing is kept before. The class has a scope because Quarkus
 * makes filters during the build, when the settings are not known.
 */
@ApplicationScoped
class ArrivedBody {

    private static final Set<String> WITHOUT = Set.of("GET", "HEAD", "OPTIONS");

    /** Callers of public routes share the limit of one user. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final EdgeConfig config;
    private final BodiesInMemory bodies;
    private final AuthContextHolder caller;

    ArrivedBody(EdgeConfig config, BodiesInMemory bodies, AuthContextHolder caller) {
        this.config = config;
        this.bodies = bodies;
        this.caller = caller;
    }

    /** Continues the request when its body is in memory; answers 408 when it does not arrive in time. */
    @ServerRequestFilter(priority = FilterPriorities.BODY)
    Uni<Void> await(ResteasyReactiveContainerRequestContext request, HttpServerRequest body, ResourceInfo route) {
        if (WITHOUT.contains(request.getMethod())) {
            return null;
        }
        Duration bound = bound(request.getMediaType());
        int limit = BodyLimit.of(route);
        ResteasyReactiveRequestContext context = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        BodiesInMemory.Body kept =
                bodies.of(caller.find().map(AuthContext::userId).orElse(NOBODY), kind(limit));
        context.registerCompletionCallback(over -> kept.forget());
        return Uni.createFrom()
                .<Buffer>emitter(arrived -> {
                    arrived.onTermination(context.registerTimer(bound.toMillis(), () -> arrived.fail(tooLate(bound))));
                    context.getContextExecutor()
                            .execute(() ->
                                    collect(body, limit, kept, arrived, context.serverRequest()::resumeRequestInput));
                })
                .invoke(arrived -> handOn(request, arrived))
                .replaceWithVoid();
    }

    private static ProblemException tooLate(Duration bound) {
        return new ProblemException(
                ProblemCode.REQUEST_TIMEOUT, "The body did not arrive within " + bound.toSeconds() + " seconds.");
    }

    private static BodiesInMemory.Kind kind(int limit) {
        return limit > BodyLimit.USUAL_BYTES ? BodiesInMemory.Kind.FILE : BodiesInMemory.Kind.OTHER;
    }

    private Duration bound(MediaType type) {
        boolean json = type == null || type.getSubtype().endsWith("json");
        return json ? config.bodyDeadline() : config.fileDeadline();
    }

    /** Runs in the event loop of the request. When a body is too large, the rest is not read. */
    private static void collect(
            HttpServerRequest request,
            int limit,
            BodiesInMemory.Body kept,
            UniEmitter<? super Buffer> arrived,
            Runnable read) {
        Buffer body = Buffer.buffer();
        if (request.isEnded()) {
            arrived.complete(body);
            return;
        }
        request.handler(part -> {
            try {
                keep(part, body, limit, kept);
            } catch (ProblemException tooMuch) {
                request.pause();
                arrived.fail(tooMuch);
            }
        });
        request.endHandler(ended -> arrived.complete(body));
        request.exceptionHandler(fault -> arrived.fail(new IOException(fault)));
        read.run();
    }

    private static void keep(Buffer part, Buffer body, int limit, BodiesInMemory.Body kept) {
        kept.keep(part.length());
        body.appendBuffer(part);
        if (body.length() > limit) {
            throw BodyLimit.tooLarge(limit);
        }
    }

    private static void handOn(ResteasyReactiveContainerRequestContext request, Buffer body) {
        if (body.length() > 0) {
            request.setEntityStream(new ByteBufInputStream(body.getByteBuf()));
        }
    }
}
