package org.athena.testing;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** The tests' database behind a line that can be cut: at once, or in the middle of a transaction. */
public class FragileDatabase implements QuarkusTestResourceLifecycleManager {

    private static TcpProxy proxy;
    private static volatile String fatal;

    @Override
    public Map<String, String> start() {
        fatal = null;
        proxy = new TcpProxy(DatabaseResource.port(), () -> FragileDatabase::heard);
        Map<String, String> settings = new HashMap<>(DatabaseResource.settings(proxy.port()));
        // A prepared statement would travel by its name, and no text would tell where to cut.
        settings.computeIfPresent(
                "DATABASE_URL", (name, url) -> url + (url.contains("?") ? "&" : "?") + "prepareThreshold=0");
        return settings;
    }

    @Override
    public void stop() {
        proxy.cut();
    }

    /** Nothing gets through any more. */
    public static void cut() {
        proxy.cut();
    }

    /** Ends every connection as soon as the service sends that text, which then does not get through. */
    public static void cutAt(String text) {
        fatal = text;
    }

    /** It is there again; the connections from before are not. */
    public static void mend() {
        fatal = null;
        proxy.cut();
        proxy.mend();
    }

    private static void heard(byte[] bytes, int length) {
        String text = fatal;
        if (text != null && new String(bytes, 0, length, StandardCharsets.ISO_8859_1).contains(text)) {
            proxy.cut();
        }
    }
}
