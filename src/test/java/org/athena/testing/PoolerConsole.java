package org.athena.testing;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * PgBouncer's own database, where it tells what it does. The JDBC driver cannot enter: it takes the version for an old one
 * and begins with a SET that the console refuses. These are the messages of PostgreSQL's protocol 3.0 that it takes.
 */
public final class PoolerConsole {

    private static final int PROTOCOL = 196_608;
    private static final int INT = 4;
    /** A column's number, type and format, after its name. */
    private static final int COLUMN_DETAILS = 18;

    private final int port;
    private final String user;

    PoolerConsole(int port, String user) {
        this.port = port;
        this.user = user;
    }

    /** How many transactions went through it so far, to all databases and of all users. */
    public long transactions() throws IOException {
        return sum("show stats", "total_xact_count");
    }

    /** How many statements they had. */
    public long queries() throws IOException {
        return sum("show stats", "total_query_count");
    }

    /** How many clients the user has, waiting or served. */
    public long clients() throws IOException {
        return sum("show pools", "cl_active") + sum("show pools", "cl_waiting");
    }

    /** How many connections to PostgreSQL it has for the user. */
    public long servers() throws IOException {
        return sum("show pools", "sv_active") + sum("show pools", "sv_idle") + sum("show pools", "sv_used");
    }

    /** The sum of one column of what {@code SHOW} answers, of the user's rows where it tells users apart. */
    private long sum(String show, String column) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            // It refuses a greeting that comes in parts.
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] hello = ("user\0" + user + "\0database\0pgbouncer\0\0").getBytes(StandardCharsets.UTF_8);
            out.writeInt(hello.length + INT + INT);
            out.writeInt(PROTOCOL);
            out.write(hello);
            out.flush();
            rows(in);
            byte[] query = (show + "\0").getBytes(StandardCharsets.UTF_8);
            out.writeByte('Q');
            out.writeInt(query.length + INT);
            out.write(query);
            out.flush();
            return rows(in).stream()
                    .filter(row -> user.equals(row.getOrDefault("user", user)))
                    .mapToLong(row -> Long.parseLong(row.get(column)))
                    .sum();
        }
    }

    /** Reads until the console is ready for a query. */
    private static List<Map<String, String>> rows(DataInputStream in) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        List<String> names = List.of();
        while (true) {
            char type = (char) in.readUnsignedByte();
            ByteBuffer body = ByteBuffer.wrap(in.readNBytes(in.readInt() - INT));
            switch (type) {
                case 'T' -> names = names(body);
                case 'D' -> rows.add(row(names, values(body)));
                case 'E' ->
                    throw new IOException(StandardCharsets.UTF_8.decode(body).toString());
                case 'Z' -> {
                    return rows;
                }
                default -> {}
            }
        }
    }

    private static Map<String, String> row(List<String> names, List<String> values) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            row.put(names.get(i), values.get(i));
        }
        return row;
    }

    private static List<String> names(ByteBuffer body) {
        List<String> names = new ArrayList<>();
        for (int left = body.getShort(); left > 0; left--) {
            StringBuilder name = new StringBuilder();
            for (byte next = body.get(); next != 0; next = body.get()) {
                name.append((char) next);
            }
            names.add(name.toString());
            body.position(body.position() + COLUMN_DETAILS);
        }
        return names;
    }

    private static List<String> values(ByteBuffer body) {
        List<String> values = new ArrayList<>();
        for (int left = body.getShort(); left > 0; left--) {
            byte[] value = new byte[Math.max(body.getInt(), 0)];
            body.get(value);
            values.add(new String(value, StandardCharsets.UTF_8));
        }
        return values;
    }
}
