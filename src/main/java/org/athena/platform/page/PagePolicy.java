package org.athena.platform.page;

import java.net.URI;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.vertx.core.MultiMap;

/**
 * What a browser may do with the page: run the page's own scripts, talk to this service and to Supabase Auth, and nothing else
 * (Content Security Policy Level 3). Styles inside the document are allowed because the kit of the page writes them; attributes
 * with styles are not.
 */
@Singleton
class PagePolicy {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "style-src-attr 'none'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'%s; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'";

    private final String policy;

    PagePolicy(@ConfigProperty(name = "athena.auth.supabase-url") Optional<String> supabase) {
        this.policy = POLICY.formatted(supabase.filter(url -> !url.isBlank())
                .map(PagePolicy::origin)
                .map(" "::concat)
                .orElse(""));
    }

    void apply(MultiMap headers) {
        headers.set("Content-Security-Policy", policy);
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    }

    private static String origin(String url) {
        URI address = URI.create(url.strip());
        return address.getScheme() + "://" + address.getAuthority();
    }
}
