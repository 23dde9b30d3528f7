package org.athena.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Stands between the service and its database, hears what the service says, and can be cut. */
final class TcpProxy {

    /** Hears what one connection's client sends, before it is passed on. */
    interface Ear {
        void heard(byte[] bytes, int length);
    }

    private final int target;
    private final Supplier<Ear> ears;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private ServerSocket listener;
    private Thread acceptor;

    TcpProxy(int target, Supplier<Ear> ears) {
        this.target = target;
        this.ears = ears;
        listen(0);
    }

    synchronized int port() {
        return listener.getLocalPort();
    }

    /** Ends every connection and takes no new one. */
    synchronized void cut() {
        close(listener);
        join(acceptor);
        open.forEach(TcpProxy::close);
    }

    /** Takes connections again, at the same port. */
    synchronized void mend() {
        listen(port());
    }

    private void listen(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            // Connections that were cut a moment ago still hold the port.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            listener = socket;
            acceptor = daemon(() -> accept(socket));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void accept(ServerSocket at) {
        while (!at.isClosed()) {
            try {
                Socket client = at.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.addAll(List.of(client, server));
                Ear ear = ears.get();
                daemon(() -> pump(client, server, ear));
                daemon(() -> pump(server, client, (bytes, length) -> {}));
            } catch (IOException e) {
                // The listener was closed, or the database ended: the service is told by the closed connection.
            }
        }
    }

    private void pump(Socket from, Socket to, Ear ear) {
        byte[] buffer = new byte[65_536];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                ear.heard(buffer, length);
                out.write(buffer, 0, length);
                out.flush();
            }
        } catch (IOException e) {
            // One side has gone; try-with-resources tells the other.
        } finally {
            open.remove(from);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "tcp-proxy");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** The port is free only when nobody waits at it any more. */
    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
