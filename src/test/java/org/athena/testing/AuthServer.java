package org.athena.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.spec.SecretKeySpec;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * The end of Supabase Auth that answers questions about tokens, told by the test what to say: it publishes real keys, and it can
 * be broken in the ways the real one breaks. It counts its calls.
 */
public class AuthServer implements QuarkusTestResourceLifecycleManager {

    public static final String SECRET = "a-secret-for-tests-" + UUID.randomUUID();

    /** Which part of an answer is sent before {@link #release()}. */
    public enum Pace {
        ALL,
        HALF,
        NOTHING
    }

    /** What is answered; the error code travels in a header, as Supabase sends it. */
    public record Answer(int status, String errorCode, String body, Pace pace) {
        public Answer(int status, String errorCode, String body) {
            this(status, errorCode, body, Pace.ALL);
        }
    }

    public static final AtomicInteger USER_CALLS = new AtomicInteger();
    public static final AtomicInteger KEY_CALLS = new AtomicInteger();
    /** What {@code GET /user} answers. */
    public static volatile Answer userAnswer;
    /** What the key set's address answers instead of the published keys; null for those. */
    public static volatile Answer keysAnswer;
    /** The publishable key that the gateway in front of Auth lets through. */
    public static volatile String apiKey;

    private static final String ANON_KEY = "anon-key-for-tests";
    private static final PublishedForTests KEYS = new PublishedForTests();
    private static volatile CountDownLatch gate = new CountDownLatch(1);
    private static HttpServer server;

    static {
        // It writes an answer in parts; without this each part waits 40 ms for the client to acknowledge the last one.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    @Override
    public synchronized Map<String, String> start() {
        try {
            reset();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newCachedThreadPool());
            server.createContext("/auth/v1/.well-known/jwks.json", exchange -> {
                KEY_CALLS.incrementAndGet();
                send(exchange, keysAnswer == null ? new Answer(200, null, KEYS.json()) : keysAnswer);
            });
            server.createContext("/auth/v1/user", AuthServer::sendUser);
            server.start();
            return Map.of("SUPABASE_URL", url(), "JWT_SECRET", SECRET, "SUPABASE_ANON_KEY", ANON_KEY);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        release();
        server.stop(0);
    }

    public static String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** As at the start: three keys are published, and nothing is known about users. */
    public static void reset() {
        release();
        KEYS.reset();
        userAnswer = new Answer(503, null, "");
        keysAnswer = null;
        apiKey = ANON_KEY;
    }

    /** Lets every answer that is under way go out. */
    public static void release() {
        CountDownLatch held = gate;
        gate = new CountDownLatch(1);
        held.countDown();
    }

    /** The published keys, to add and withdraw some. */
    public static PublishedForTests keys() {
        return KEYS;
    }

    private static void sendUser(HttpExchange exchange) throws IOException {
        USER_CALLS.incrementAndGet();
        boolean let = apiKey.equals(exchange.getRequestHeaders().getFirst("apikey"));
        send(exchange, let ? userAnswer : new Answer(401, null, "{\"message\":\"Invalid API key\"}"));
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            CountDownLatch held = gate;
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            if (answer.errorCode() != null) {
                exchange.getResponseHeaders().set("x-sb-error-code", answer.errorCode());
            }
            await(held, answer.pace() == Pace.NOTHING);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            int half = body.length / 2;
            exchange.getResponseBody().write(Arrays.copyOf(body, half));
            exchange.getResponseBody().flush();
            await(held, answer.pace() == Pace.HALF);
            exchange.getResponseBody().write(body, half, body.length - half);
        }
    }

    private static void await(CountDownLatch held, boolean wanted) {
        try {
            if (wanted) {
                held.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Signs with the legacy secret. */
    public static Tokens hs256() {
        return hs256(SECRET);
    }

    /** Signs with a secret, as the legacy key of the project. */
    public static Tokens hs256(String secret) {
        return new Tokens(
                url() + "/auth/v1",
                "HS256",
                "QUJDREVGR0hJSktM",
                new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    }

    /** Signs with the published elliptic key. */
    public static Tokens es256() {
        return signer("ES256");
    }

    /** Signs with the published RSA key. */
    public static Tokens rs256() {
        return signer("RS256");
    }

    /** Signs with the published Edwards key. */
    public static Tokens edDsa() {
        return signer("EdDSA");
    }

    private static Tokens signer(String algorithm) {
        return KEYS.signer(algorithm, url() + "/auth/v1");
    }
}
