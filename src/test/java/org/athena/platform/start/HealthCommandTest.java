package org.athena.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpServer;

/** What the command says about the instance that it asks. */
class HealthCommandTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private HttpServer instance;
    private volatile int status = 200;

    @BeforeEach
    void start() throws IOException {
        instance = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        instance.createContext("/", exchange -> {
            boolean asked = exchange.getRequestURI().getPath().equals("/q/health/ready");
            exchange.sendResponseHeaders(asked ? status : 404, -1);
            exchange.close();
        });
        instance.start();
    }

    @AfterEach
    void stop() {
        instance.stop(0);
    }

    @Test
    void readyIsASuccess() {
        assertThat(health(port())).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void notReadyIsAFailure() {
        status = 503;
        assertThat(health(port())).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("not ready: status 503");
    }

    @Test
    void nobodyThereIsAFailure() {
        String port = port();
        instance.stop(0);
        assertThat(health(port)).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("nobody answers at MANAGEMENT_PORT " + port);
    }

    @Test
    void aPortThatIsNoneIsAFailure() {
        for (String port : new String[] {"ninethousand", "123456789", "-1"}) {
            said.reset();
            assertThat(health(port)).isEqualTo(1);
            assertThat(said.toString(StandardCharsets.UTF_8))
                    .isEqualToIgnoringNewLines("MANAGEMENT_PORT must be a whole number from 0 to 65535");
        }
    }

    private int health(String port) {
        return new HealthCommand(Map.of("MANAGEMENT_PORT", port), new PrintStream(said, true, StandardCharsets.UTF_8))
                .run();
    }

    private String port() {
        return String.valueOf(instance.getAddress().getPort());
    }
}
