package org.athena.person;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.athena.person.mail.MailState;
import org.athena.platform.json.MayBeNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A person, with the memberships that the caller may see. When the person has never accepted, the school sees only the e-mail
 * and the name that it wrote. An invitation must not reveal whether the account existed before, not even by a version.
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
        List<MembershipView> memberships,
        @MayBeNull Integer version) {

    static UserView of(User user, List<SchoolMembership> memberships, boolean platform) {
        boolean known = platform || memberships.stream().anyMatch(membership -> membership.acceptedAt != null);
        return new UserView(
                user.id,
                user.email,
                known ? user.fullName : invitedName(memberships),
                known ? user.status : null,
                platform ? user.superadmin : null,
                mail(memberships),
                memberships.stream().map(MembershipView::of).toList(),
                known ? version(user, memberships) : null);
    }

    private static String invitedName(List<SchoolMembership> memberships) {
        return memberships.stream()
                .map(membership -> membership.invitedName)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What became of the mail of an open invitation. */
    private static MailState mail(List<SchoolMembership> memberships) {
        return memberships.stream()
                .map(membership -> membership.mail)
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
