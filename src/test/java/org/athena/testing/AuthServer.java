package org.athena.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.spec.SecretKeySpec;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * The end of Supabase Auth that answers questions about tokens, told by the test what to say: it publishes real keys, and it can
 * be broken in the ways the real one breaks. It counts its calls.
 */
public class AuthServer implements QuarkusTestResourceLifecycleManager {

    public static final String SECRET = "a-secret-for-tests-" + UUID.randomUUID();

    /** What {@code GET /user} answers. */
    public record Answer(int status, String errorCode, String body) {}

    private static HttpServer server;
    private static EllipticCurveJsonWebKey ec;
    private static RsaJsonWebKey rsa;
    public static final AtomicInteger USER_CALLS = new AtomicInteger();
    public static volatile Answer userAnswer = new Answer(503, null, "");

    @Override
    public synchronized Map<String, String> start() {
        try {
            ec = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            ec.setKeyId(UUID.randomUUID().toString());
            rsa = RsaJwkGenerator.generateJwk(2048);
            rsa.setKeyId(UUID.randomUUID().toString());
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newFixedThreadPool(4));
            server.createContext(
                    "/auth/v1/.well-known/jwks.json", exchange -> send(exchange, new Answer(200, null, keys())));
            server.createContext("/auth/v1/user", exchange -> {
                USER_CALLS.incrementAndGet();
                send(exchange, userAnswer);
            });
            server.start();
            return Map.of("SUPABASE_URL", url(), "JWT_SECRET", SECRET, "SUPABASE_ANON_KEY", "anon-key-for-tests");
        } catch (IOException | JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    public static String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static String keys() {
        return "{\"keys\":[" + ec.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY) + ","
                + rsa.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY) + "]}";
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (answer.errorCode() != null) {
            exchange.getResponseHeaders().set("x-sb-error-code", answer.errorCode());
        }
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** Signs with the legacy secret. */
    public static Tokens hs256() {
        return new Tokens(
                url() + "/auth/v1",
                "HS256",
                "QUJDREVGR0hJSktM",
                new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    }

    /** Signs with the published elliptic key. */
    public static Tokens es256() {
        return new Tokens(url() + "/auth/v1", "ES256", ec.getKeyId(), ec.getPrivateKey());
    }

    /** Signs with the published RSA key. */
    public static Tokens rs256() {
        return new Tokens(url() + "/auth/v1", "RS256", rsa.getKeyId(), rsa.getPrivateKey());
    }
}
