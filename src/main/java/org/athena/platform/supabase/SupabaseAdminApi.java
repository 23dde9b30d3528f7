package org.athena.platform.supabase;

import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Supabase Auth's admin routes, called with the service key. The caller checks the status. */
@RegisterRestClient(configKey = "supabase-admin")
@Path("/auth/v1")
interface SupabaseAdminApi {

    @POST
    @Path("/admin/users")
    Response create(
            @HeaderParam("apikey") String key,
            @HeaderParam("Authorization") String bearer,
            Map<String, Object> account);

    @GET
    @Path("/admin/users/{id}")
    Response get(
            @HeaderParam("apikey") String key, @HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);

    @PUT
    @Path("/admin/users/{id}")
    Response update(
            @HeaderParam("apikey") String key,
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") UUID id,
            Map<String, Object> change);

    @POST
    @Path("/recover")
    Response recover(
            @HeaderParam("apikey") String key, @QueryParam("redirect_to") String page, Map<String, Object> person);
}
