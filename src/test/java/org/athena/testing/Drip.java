package org.athena.testing;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.restassured.RestAssured;

/** A client that sends a request little by little, as a bad line does, or somebody who wants to hold the service up. */
public final class Drip implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;
    private static final int PAUSE_MILLIS = 200;

    private final Socket socket;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "drip");
        thread.setDaemon(true);
        return thread;
    });

    private Drip(Socket socket) {
        this.socket = socket;
    }

    /** Connects and sends the beginning at once. */
    public static Drip begin(String beginning) throws IOException {
        Socket socket = new Socket("127.0.0.1", RestAssured.port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        Drip drip = new Drip(socket);
        drip.write(beginning);
        return drip;
    }

    /** Sends the piece again and again, until the rest is sent or the service ends the connection. */
    public Drip drip(String piece) {
        clock.scheduleWithFixedDelay(() -> write(piece), 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    /** Waits until the service has asked for the body ({@code Expect: 100-continue}). */
    public Drip awaitContinue() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) socket.getInputStream().read());
        }
        if (!head.toString().startsWith("HTTP/1.1 100 ")) {
            throw new IllegalStateException(head.toString());
        }
        return this;
    }

    /** Whether nothing was answered yet. */
    public boolean unanswered() throws IOException {
        return socket.getInputStream().available() == 0;
    }

    /** Sends what was missing. */
    public Drip finish(String rest) throws InterruptedException {
        clock.shutdown();
        clock.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        write(rest);
        return this;
    }

    /** Everything until the service ends the connection. */
    public RawHttp answer() throws IOException {
        return RawHttp.read(socket);
    }

    private void write(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        } catch (IOException ended) {
            clock.shutdown();
        }
    }

    @Override
    public void close() throws IOException {
        clock.shutdownNow();
        socket.close();
    }
}
