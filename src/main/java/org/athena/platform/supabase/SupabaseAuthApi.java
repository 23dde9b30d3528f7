package org.athena.platform.supabase;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The routes of Supabase Auth that need no service key. The caller checks the status. */
@RegisterRestClient(configKey = "supabase-auth")
@Path("/auth/v1")
public interface SupabaseAuthApi {

    /** The published signing keys (RFC 7517). */
    @GET
    @Path("/.well-known/jwks.json")
    Response keys();

    /** What the project allows to somebody who signs up. */
    @GET
    @Path("/settings")
    Response settings(@HeaderParam("apikey") String apiKey);

    /** The user whom the bearer token belongs to. */
    @GET
    @Path("/user")
    Response user(@HeaderParam("apikey") String apiKey, @HeaderParam("Authorization") String bearer);
}
