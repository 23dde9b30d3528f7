package org.athena.devmode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A stand-in for Supabase Auth, for dev mode and tests: good enough for the real client library, on a port of its own,
 * reachable from this machine only.
 */
public class AuthStandIn implements AutoCloseable {

    private static final int MAX_BODY = 100_000;
    private static final int MAX_WAIT_SECONDS = 4;

    private final ObjectMapper mapper = new ObjectMapper();
    private final Accounts accounts = new Accounts();
    private final Sessions sessions = new Sessions();
    private final SigningKeys keys = new SigningKeys();
    private final ExecutorService threads = Executors.newFixedThreadPool(4, work -> {
        Thread thread = new Thread(work, "auth-stand-in");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpServer server;
    private final String anonKey = "sb_publishable_" + UUID.randomUUID();
    private final List<String> serviceKeys = new CopyOnWriteArrayList<>(List.of(secretKey()));
    private volatile String lost = "";
    private volatile String failing = "";
    private final Map<String, CyclicBarrier> meetings = new ConcurrentHashMap<>();
    private final UserRoutes users;
    private final AdminRoutes admin;

    /**
     * @param lifeSeconds how long an access token lives
     * @throws IOException when no port is free
     */
    public AuthStandIn(long lifeSeconds) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        AccessTokens tokens = new AccessTokens(url() + "/auth/v1", keys, lifeSeconds);
        users = new UserRoutes(accounts, sessions, tokens);
        admin = new AdminRoutes(accounts, sessions);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** The address that takes the place of the project's. */
    public final String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The key that clients send. */
    public String anonKey() {
        return anonKey;
    }

    /** The backend's key: the oldest key that is still valid. */
    public String serviceKey() {
        return serviceKeys.get(0);
    }

    /** Makes another key for the backend; the other keys stay valid. */
    public String newServiceKey() {
        String key = secretKey();
        serviceKeys.add(key);
        return key;
    }

    /** Makes the key invalid. */
    public void deleteServiceKey(String key) {
        serviceKeys.remove(key);
    }

    private static String secretKey() {
        return "sb_secret_" + UUID.randomUUID();
    }

    /** Adds a confirmed account; one that is there already stays as it is. */
    public void account(UUID id, String email, String password) {
        accounts.add(id, email, password, true);
    }

    /** Whether there is an account with that id. */
    public boolean hasAccount(UUID id) {
        return accounts.find(id).isPresent();
    }

    /** The e-mail of the account. */
    public String email(UUID id) {
        return accounts.find(id).orElseThrow().email;
    }

    /** The account's {@code app_metadata}, with the hint about schools and roles. */
    public Map<String, Object> appMetadata(UUID id) {
        return accounts.find(id).orElseThrow().appMetadata;
    }

    /** The next request of that method and path is carried out, and then answered as if it had failed. */
    public void loseAnswerOf(String route) {
        lost = route;
    }

    /** The next request of that method and path fails and does nothing. */
    public void fail(String route) {
        failing = route;
    }

    /** Requests of that method and path wait at the barrier before they are carried out, until it opens once. */
    public void meet(String route, CyclicBarrier barrier) {
        meetings.put(route, barrier);
    }

    /** Signs with a new key from now on. */
    public void rotate() {
        keys.rotate();
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
        if (route.equals(failing)) {
            failing = "";
            return Reply.error(500, "unexpected_failure", "The stand-in was told to fail");
        }
        CyclicBarrier meeting = meetings.get(route);
        if (meeting != null) {
            await(meeting);
            meetings.remove(route, meeting);
        }
        Reply reply = route(exchange);
        if (route.equals(lost)) {
            lost = "";
            return Reply.error(504, "request_timeout", "The stand-in was told to lose its answer");
        }
        return reply;
    }

    private static void await(CyclicBarrier meeting) {
        try {
            meeting.await(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private Reply route(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        if (method.equals("OPTIONS")) {
            return Reply.empty();
        }
        switch (method + " " + path) {
            case "GET /auth/v1/.well-known/jwks.json" -> {
                return Reply.ok(keys.jwks());
            }
            case "POST /standin/rotate" -> {
                keys.rotate();
                return Reply.empty();
            }
            case "POST /standin/withdraw" -> {
                keys.withdrawOld();
                return Reply.empty();
            }
            default -> {
                return guarded(exchange, method, path);
            }
        }
    }

    /** Acts as the gateway: every request needs one of the two keys, and the backend's routes need the backend's key. */
    private Reply guarded(HttpExchange exchange, String method, String path) throws IOException {
        String key = exchange.getRequestHeaders().getFirst("apikey");
        boolean backend = serviceKeys.contains(key);
        if (!backend && !anonKey.equals(key)) {
            return Reply.gateway();
        }
        JsonNode body = body(exchange);
        if (path.startsWith("/auth/v1/admin/") || path.equals("/auth/v1/invite")) {
            return backend
                    ? admin.route(method, path, body, exchange.getRequestURI().getQuery())
                    : Reply.error(403, "not_admin", "User not allowed");
        }
        return users.route(
                method,
                path,
                String.valueOf(exchange.getRequestURI().getQuery()),
                exchange.getRequestHeaders().getFirst("Authorization"),
                body);
    }

    private JsonNode body(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(MAX_BODY);
        return bytes.length == 0 ? MissingNode.getInstance() : mapper.readTree(bytes);
    }

    private void send(HttpExchange exchange, Reply reply) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Access-Control-Allow-Origin", "*");
        headers.set("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE, OPTIONS");
        headers.set(
                "Access-Control-Allow-Headers",
                "apikey, authorization, content-type, x-client-info, x-supabase-api-version");
        headers.set("Access-Control-Expose-Headers", "x-sb-error-code");
        if (reply.errorCode() != null) {
            headers.set("x-sb-error-code", reply.errorCode());
        }
        if (reply.body() == null) {
            exchange.sendResponseHeaders(reply.status(), -1);
            return;
        }
        headers.set("Content-Type", "application/json");
        byte[] bytes = reply.body() instanceof String json
                ? json.getBytes(StandardCharsets.UTF_8)
                : mapper.writeValueAsBytes(reply.body());
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
