package org.athena.platform.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The content of a verified Supabase access token. Only the subject decides about rights; the rest of {@code app_metadata} is a
 * hint. {@code user_metadata} is not read, because its owner can change it.
 *
 * @param subject the Supabase user id, claim {@code sub}
 * @param email claim {@code email}: what the account has at Supabase, which proves no mailbox
 * @param sessionId claim {@code session_id}, when there is one
 * @param assuranceLevel claim {@code aal}, {@code aal1} when absent
 * @param methods claim {@code amr}: how the session began, for example {@code password} or {@code otp}
 * @param expiresAt claim {@code exp}
 * @param schoolHint {@code app_metadata.school_id}, when it is a UUID
 * @param roleHints {@code app_metadata.roles}, for logs only
 */
public record VerifiedToken(
        UUID subject,
        Optional<String> email,
        Optional<UUID> sessionId,
        String assuranceLevel,
        Set<String> methods,
        Instant expiresAt,
        Optional<UUID> schoolHint,
        List<String> roleHints) {}
