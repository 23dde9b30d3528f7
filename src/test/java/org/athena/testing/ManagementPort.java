package org.athena.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Gives the operator's routes a port that the test knows; elsewhere they get any. */
public class ManagementPort implements QuarkusTestResourceLifecycleManager {

    private static int port;

    @Override
    public Map<String, String> start() {
        try {
            port = Ports.one();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String free = String.valueOf(port);
        return Map.of("quarkus.management.port", free, "quarkus.management.test-port", free);
    }

    @Override
    public void stop() {}

    /** Where they are. */
    public static String url() {
        return "http://127.0.0.1:" + port;
    }
}
