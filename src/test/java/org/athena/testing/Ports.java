package org.athena.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Where a service listens, both on loopback.
 *
 * @param api the API's port
 * @param management the operator's port
 */
public record Ports(int api, int management) {

    /** Two that nobody listens at. */
    public static Ports free() throws IOException {
        return new Ports(one(), one());
    }

    /** One that nobody listens at. */
    public static int one() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
