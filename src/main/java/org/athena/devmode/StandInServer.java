package org.athena.devmode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** The HTTP of the stand-in, on a port of its own that is reachable from this machine only. */
class StandInServer implements AutoCloseable {

    private static final int MAX_BODY = 100_000;

    /**
     * The keys of the gateway.
     *
     * @param anon what pages send
     * @param service what the backend sends; several are valid while one is replaced
     */
    record ApiKeys(String anon, List<String> service) {}

    /** What answers. */
    record Routes(UserRoutes users, AdminRoutes admin, VerifyRoutes links, ControlRoutes control) {}

    private final ObjectMapper mapper = new ObjectMapper();
    private final ExecutorService threads = Executors.newFixedThreadPool(4, work -> {
        Thread thread = new Thread(work, "auth-stand-in");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpServer server;
    private final ApiKeys keys;
    private final SigningKeys signing;
    private final Interference interference;
    private volatile Routes routes;

    StandInServer(ApiKeys keys, SigningKeys signing, Interference interference) throws IOException {
        this.keys = keys;
        this.signing = signing;
        this.interference = interference;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void start(Routes answering) {
        routes = answering;
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply;
            try {
                reply = answer(exchange);
            } catch (IllegalArgumentException e) {
                reply = Reply.error(400, "validation_failed", "The request cannot be read");
            } catch (RuntimeException e) {
                reply = Reply.error(500, "unexpected_failure", "The stand-in failed");
            }
            send(exchange, reply);
        }
    }

    private Reply answer(HttpExchange exchange) throws IOException {
        String route =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        return interference.around(route, () -> route(exchange));
    }

    private Reply route(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        if (method.equals("OPTIONS")) {
            return Reply.empty();
        }
        switch (method + " " + path) {
            case "GET /auth/v1/.well-known/jwks.json" -> {
                return Reply.ok(signing.jwks());
            }
            // A link of a mail brings no key.
            case "GET /auth/v1/verify" -> {
                return routes.links()
                        .open(Parameters.of(exchange.getRequestURI().getRawQuery()));
            }
            default -> {
                Parameters query = Parameters.of(exchange.getRequestURI().getRawQuery());
                return ControlRoutes.has(path)
                        ? routes.control().route(method, path, query)
                        : guarded(exchange, method, path, query);
            }
        }
    }

    /** Acts as the gateway: every request needs one of the two keys, and the backend's routes need the backend's key. */
    private Reply guarded(HttpExchange exchange, String method, String path, Parameters query) throws IOException {
        String key = exchange.getRequestHeaders().getFirst("apikey");
        boolean backend = keys.service().contains(key);
        if (!backend && !keys.anon().equals(key)) {
            return Reply.gateway();
        }
        JsonNode body = body(exchange);
        if (path.startsWith("/auth/v1/admin/") || path.equals("/auth/v1/invite")) {
            return backend
                    ? routes.admin().route(method, path, body, query)
                    : Reply.error(403, "not_admin", "User not allowed");
        }
        return routes.users()
                .route(method, path, query, exchange.getRequestHeaders().getFirst("Authorization"), body);
    }

    private JsonNode body(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(MAX_BODY);
        return bytes.length == 0 ? MissingNode.getInstance() : mapper.readTree(bytes);
    }

    private void send(HttpExchange exchange, Reply reply) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        allowEveryPage(headers, exchange.getRequestHeaders().getFirst("Access-Control-Request-Headers"));
        if (reply.errorCode() != null) {
            headers.set("x-sb-error-code", reply.errorCode());
        }
        if (reply.location() != null) {
            headers.set("Location", reply.location().toString());
        }
        if (reply.body() == null) {
            exchange.sendResponseHeaders(reply.status(), -1);
            return;
        }
        boolean page = reply.body() instanceof Mailbox;
        headers.set("Content-Type", page ? "text/html; charset=utf-8" : "application/json");
        byte[] bytes = bytes(reply.body());
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private byte[] bytes(Object body) throws IOException {
        if (body instanceof Mailbox mails) {
            return MailPage.of(mails.all()).getBytes(StandardCharsets.UTF_8);
        }
        return body instanceof String json ? json.getBytes(StandardCharsets.UTF_8) : mapper.writeValueAsBytes(body);
    }

    /** Every header that a page asks for is allowed, as the gateway of a project does. */
    private static void allowEveryPage(Headers headers, String wanted) {
        headers.set("Access-Control-Allow-Origin", "*");
        headers.set("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE, OPTIONS");
        headers.set(
                "Access-Control-Allow-Headers",
                wanted != null && wanted.matches("[A-Za-z0-9, -]{1,500}")
                        ? wanted
                        : "apikey, authorization, content-type, x-client-info, x-supabase-api-version");
        headers.set("Access-Control-Expose-Headers", "x-sb-error-code, x-supabase-api-version");
        headers.set("Access-Control-Max-Age", "3600");
    }
}
