package org.athena.platform.start;

import java.io.IOException;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.util.Map;
import java.util.Optional;

import org.athena.platform.settings.Settings;

/** Asks the instance on this machine once whether it is ready; for images without a shell and an HTTP client. */
public record HealthCommand(Map<String, String> environment, PrintStream err) {

    private static final String PORT = "MANAGEMENT_PORT";
    private static final int CONNECT_MILLIS = 2_000;

    /** Longer than a request waits for a connection to the database, because the answer may take as long. */
    private static final int READ_MILLIS = 6_000;

    /** @return 0 when the instance is ready, 1 when it is not, or when nothing answers at {@code MANAGEMENT_PORT} */
    public int run() {
        String port = environment.getOrDefault(PORT, "9000");
        Optional<String> fault = Settings.fault(PORT, port);
        if (fault.isPresent()) {
            err.println(fault.get());
            return 1;
        }
        try {
            int status = ask(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port.strip())));
            if (status == HttpURLConnection.HTTP_OK) {
                return 0;
            }
            err.println("not ready: status " + status);
        } catch (IOException e) {
            err.println("nobody answers at MANAGEMENT_PORT " + port + ": " + e.getMessage());
        }
        return 1;
    }

    private static int ask(InetSocketAddress at) throws IOException {
        URL address = new URL("http", at.getHostString(), at.getPort(), "/q/health/ready");
        HttpURLConnection connection = (HttpURLConnection) address.openConnection();
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(READ_MILLIS);
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }
}
