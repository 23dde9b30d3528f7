package org.athena.platform.supabase;

import java.io.IOException;
import java.io.InputStream;

import jakarta.ws.rs.core.Response;

/** Reads an answer of Supabase up to a limit, because its announced length cannot be trusted. */
public final class BoundedBody {

    private BoundedBody() {}

    /**
     * @param response an answer whose body has not been read
     * @param maxBytes the largest length of the body
     * @return the body, empty when there is none
     * @throws IOException when the body is longer, or the connection breaks
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
