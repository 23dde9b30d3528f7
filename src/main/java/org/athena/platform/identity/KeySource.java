package org.athena.platform.identity;

import java.io.IOException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.athena.platform.supabase.BoundedBody;
import org.athena.platform.supabase.SupabaseAuthApi;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Loads the published keys, with limits for size and time. */
@ApplicationScoped
class KeySource {

    private static final int MAX_BYTES = 64 * 1024;
    /** Milliseconds for the whole answer, because the client's own timeout only covers the time until its first byte. */
    private static final long MAX_TIME = 3_000;

    private final SupabaseAuthApi supabase;

    KeySource(@RestClient SupabaseAuthApi supabase) {
        this.supabase = supabase;
    }

    /**
     * @throws IOException when Supabase answered with anything but a key set
     * @throws RuntimeException when it did not answer, or not in time
     */
    @Timeout(MAX_TIME)
    KeySet load() throws IOException {
        try (Response response = supabase.keys()) {
            if (response.getStatus() != 200) {
                throw new IOException("status " + response.getStatus());
            }
            return KeySet.parse(BoundedBody.read(response, MAX_BYTES));
        }
    }
}
