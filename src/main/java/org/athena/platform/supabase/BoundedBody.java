package org.athena.platform.supabase;

import java.io.IOException;
import java.io.InputStream;

import jakarta.ws.rs.core.Response;

/** Reads what Supabase answered no further than it may reach: its length is nothing to rely on before it was read. */
public final class BoundedBody {

    private BoundedBody() {}

    /**
     * @param response an answer that nobody has read yet
     * @param maxBytes how long its body may be
     * @return the body, empty when there is none
     * @throws IOException when it is longer, or breaks off
     */
    public static byte[] read(Response response, int maxBytes) throws IOException {
        return read(response.readEntity(InputStream.class), maxBytes);
    }

    static byte[] read(InputStream body, int maxBytes) throws IOException {
        if (body == null) {
            return new byte[0];
        }
        byte[] start = body.readNBytes(maxBytes + 1);
        if (start.length > maxBytes) {
            throw new IOException("more than " + maxBytes + " bytes");
        }
        return start;
    }
}
