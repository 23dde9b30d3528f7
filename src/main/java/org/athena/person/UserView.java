package org.athena.person;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import org.athena.person.mail.MailFault;
import org.athena.person.mail.MailState;
import org.athena.platform.json.MayBeNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A person, with the memberships that the caller may see. Until an invited person accepts, the school sees the name that it wrote.
 * When the person has never accepted, it sees only this name and the e-mail: an invitation must not reveal whether the account
 * existed before, not even by a version.
 */
@Schema(name = "User")
@JsonInclude(JsonInclude.Include.NON_NULL)
record UserView(
        UUID id,
        String email,
        @MayBeNull String fullName,
        @MayBeNull User.Status status,
        @MayBeNull Boolean isSuperadmin,
        @MayBeNull MailState mail,
        @MayBeNull MailFault mailFault,
        List<MembershipView> memberships,
        @MayBeNull Integer version) {

    static UserView of(User user, List<SchoolMembership> memberships, boolean platform) {
        boolean known = platform || memberships.stream().anyMatch(membership -> membership.acceptedAt != null);
        return new UserView(
                user.id,
                user.email,
                platform ? user.fullName : name(user, memberships, known),
                known ? status(user, memberships) : null,
                platform ? user.superadmin : null,
                ofMail(memberships, membership -> membership.mail),
                ofMail(memberships, SchoolMembership::fault),
                memberships.stream().map(MembershipView::of).toList(),
                known ? version(user, memberships) : null);
    }

    /** A lock counts for the school whose membership is shown; the platform, which is shown all of them, sees each. */
    static User.Status status(User user, List<SchoolMembership> memberships) {
        boolean locked = memberships.stream().anyMatch(membership -> membership.locked);
        return locked && user.status == User.Status.active ? User.Status.inactive : user.status;
    }

    /** The same as {@link User#shownName}. */
    private static String name(User user, List<SchoolMembership> memberships, boolean known) {
        return memberships.stream()
                .filter(membership -> !known || membership.status == SchoolMembership.Status.invited)
                .map(membership -> membership.invitedName)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(known ? user.fullName : null);
    }

    /** What became of the mail of an open invitation. */
    private static <T> T ofMail(List<SchoolMembership> memberships, Function<SchoolMembership, T> part) {
        return memberships.stream()
                .map(part)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The version of the person together with the memberships shown; every change of either increases it. */
    static int version(User user, List<SchoolMembership> memberships) {
        return user.version
                + memberships.stream()
                        .mapToInt(membership -> membership.version + 1)
                        .sum();
    }
}
