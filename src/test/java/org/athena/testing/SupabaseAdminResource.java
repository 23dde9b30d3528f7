package org.athena.testing;

import java.util.Map;

/** The stand-in for the admin routes alone; tokens are {@link AuthServer}'s. */
public class SupabaseAdminResource extends SupabaseResource {

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = super.start();
        return Map.of(
                "quarkus.rest-client.supabase-admin.url",
                settings.get("SUPABASE_URL"),
                "SUPABASE_SERVICE_ROLE_KEY",
                settings.get("SUPABASE_SERVICE_ROLE_KEY"),
                "ATHENA_PAGE_URL",
                "http://localhost:8080/");
    }
}
