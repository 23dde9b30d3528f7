package org.athena.person.mail;

import java.util.UUID;

/**
 * The mail of an invitation.
 *
 * @param membership the membership that the invitation is for
 * @param person the person who is invited
 * @param email where the mail goes
 * @param secret what the link of the mail contains
 */
public record Letter(UUID membership, UUID person, String email, Secret secret) {

    @Override
    public String toString() {
        return "Letter[" + membership + "]";
    }
}
