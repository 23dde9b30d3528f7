package org.athena.person.guardian;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of the guardians of the sections.
 *
 * @param dryRun whether nothing was done
 * @param invited how many get an invitation by this request
 * @param askedMembers how many are members of the school already, and are asked by this request whether they are the guardian
 * @param invitedBefore how many have an invitation that may still be accepted
 * @param declined how many declined; they are invited one by one
 * @param withAccount how many sign in already
 * @param listHash the guardians who can be invited, with their e-mails; sent with the request that invites them
 * @param changedEmails the first 200 of them whose e-mail somebody else has changed since they were added, the latest change first
 * @param moreChangedEmails how many there are besides
 * @param members the first 200 guardians whose e-mail a member of the school has: first those who are not asked, then by name
 * @param moreMembers how many there are besides
 * @param onPaper the first 200 of those to whom no mail can be sent, by name
 * @param moreOnPaper how many there are besides
 */
@Schema(name = "GuardianInvitations")
record GuardianInvitationsView(
        boolean dryRun,
        long invited,
        long askedMembers,
        long invitedBefore,
        long declined,
        long withAccount,
        String listHash,
        List<GuardianEMailChange> changedEmails,
        long moreChangedEmails,
        List<GuardianMember> members,
        long moreMembers,
        List<GuardianOnPaper> onPaper,
        long moreOnPaper) {

    private static final int NAMED = 200;

    /** @param asked the ids of the guardians whom the request invites */
    static GuardianInvitationsView of(
            List<GuardianContact> guardians,
            Set<UUID> asked,
            String listHash,
            List<GuardianEMailChange> changedEmails,
            boolean dryRun) {
        List<GuardianContact> invited = guardians.stream()
                .filter(guardian -> asked.contains(guardian.id()))
                .toList();
        List<GuardianMember> members = guardians.stream()
                .filter(guardian -> guardian.reach() == Reachable.member)
                .map(guardian -> GuardianMember.of(guardian, asked.contains(guardian.id())))
                .sorted(Comparator.comparing(GuardianMember::asked))
                .toList();
        List<GuardianOnPaper> onPaper = guardians.stream()
                .filter(guardian -> guardian.reach().onPaper())
                .map(GuardianOnPaper::of)
                .toList();
        return new GuardianInvitationsView(
                dryRun,
                count(invited, Reachable.unknown),
                count(invited, Reachable.member),
                count(guardians, Reachable.invited),
                count(guardians, Reachable.declined),
                count(guardians, Reachable.has_account),
                listHash,
                first(changedEmails),
                more(changedEmails),
                first(members),
                more(members),
                first(onPaper),
                more(onPaper));
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(all.size(), NAMED));
    }

    private static long more(List<?> all) {
        return Math.max(all.size() - NAMED, 0);
    }

    private static long count(List<GuardianContact> guardians, Reachable reach) {
        return guardians.stream().filter(guardian -> guardian.reach() == reach).count();
    }
}
