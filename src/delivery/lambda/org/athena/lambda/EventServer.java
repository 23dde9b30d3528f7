package org.athena.lambda;

import java.lang.reflect.Field;

import io.quarkus.amazon.lambda.runtime.MockEventServer;
import io.quarkus.amazon.lambda.runtime.MockHttpEventServer;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Takes plain HTTP requests, hands them to the function as events of an HTTP API (payload format 2.0) and gives its answers back.
 * Quarkus' own, but for where it listens: on loopback and a free port.
 */
class EventServer extends MockHttpEventServer {

    /** @param port 0 for a free one */
    @Override
    public void start(int port) {
        // The function waits for an event as long as none comes.
        Vertx vertx = Vertx.vertx(new VertxOptions().setMaxWorkerExecuteTime(Long.MAX_VALUE));
        use(vertx);
        HttpServerOptions options =
                new HttpServerOptions().setHost("127.0.0.1").setPort(port).setMaxHeaderSize(65_536);
        httpServer = vertx.createHttpServer(options);
        router = Router.router(vertx);
        setupRoutes();
        httpServer
                .requestHandler(router)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** It keeps its own for itself, and makes it where it begins to listen on every interface. */
    private void use(Vertx vertx) {
        try {
            Field own = MockEventServer.class.getDeclaredField("vertx");
            own.setAccessible(true);
            own.set(this, vertx);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int getPort() {
        return httpServer.actualPort();
    }

    /** An event is JSON, whatever the request has; without a type Lambda's runtime client for Java breaks down. */
    @Override
    protected String getEventContentType(RoutingContext request) {
        return "application/json";
    }

    /** What Lambda tells its runtimes in {@code AWS_LAMBDA_RUNTIME_API}. */
    String runtimeApi() {
        return "127.0.0.1:" + getPort() + BASE_PATH;
    }
}
