package org.athena.person.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

/** What every new invitation gets: a secret, and a time after which it cannot be accepted. */
@ApplicationScoped
public class InvitationTerms {

    /** The terms of one invitation. */
    public record Offer(Secret secret, Instant expiresAt) {}

    private final InvitationConfig config;
    private final Clock clock;

    InvitationTerms(InvitationConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    public Offer offer() {
        return new Offer(Secret.random(), clock.instant().plus(Duration.ofDays(config.days())));
    }
}
