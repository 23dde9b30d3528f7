package org.athena.person.mail;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the links in mails lead: the web page of this installation ({@code ATHENA_PAGE_URL}). */
@ApplicationScoped
class PageLinks {

    private static final String INVITATION = "/invitacion?secret=";

    private final Optional<String> page;

    PageLinks(@ConfigProperty(name = "athena.page.url") Optional<String> page) {
        this.page = page.map(address -> address.replaceFirst("/+$", ""));
    }

    /** The address where the invitation is accepted; empty when the page's address is not set. */
    Optional<String> invitation(Secret secret) {
        return page.map(address -> address + INVITATION + secret.text());
    }
}
