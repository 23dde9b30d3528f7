package org.athena.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;

/** Passes requests to the service as they are, and keeps its answers. */
public final class RecordingProxy implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    /**
     * @param method of the request
     * @param path of the request, without its query
     * @param type the media type of the answer, empty when it has none
     */
    public record Answer(String method, String path, int status, String type, String body) {}

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient();
    private final HttpServer server;
    private final int target;
    private final List<Answer> answers = new CopyOnWriteArrayList<>();

    /** @param target the port of the service on loopback */
    public RecordingProxy(int target) throws Exception {
        this.target = target;
        server = vertx.createHttpServer()
                .requestHandler(this::pass)
                .listen(0, LOOPBACK)
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    public String url() {
        return "http://" + LOOPBACK + ":" + server.actualPort();
    }

    /** In the order in which they were given. */
    public List<Answer> answers() {
        return List.copyOf(answers);
    }

    @Override
    public void close() {
        vertx.close();
    }

    private void pass(HttpServerRequest request) {
        request.body()
                .compose(body -> client.request(request.method(), target, LOOPBACK, request.uri())
                        .compose(onward -> {
                            onward.headers().setAll(request.headers());
                            return onward.send(body);
                        }))
                .compose(response -> response.body().onSuccess(body -> answer(request, response, body)))
                .onFailure(fault -> request.response().setStatusCode(502).end(fault.toString()));
    }

    private void answer(HttpServerRequest request, HttpClientResponse response, Buffer body) {
        String type = response.headers().contains("Content-Type") ? response.getHeader("Content-Type") : "";
        answers.add(new Answer(request.method().name(), request.path(), response.statusCode(), type, body.toString()));
        request.response().setStatusCode(response.statusCode()).headers().setAll(response.headers());
        request.response().end(body);
    }
}
