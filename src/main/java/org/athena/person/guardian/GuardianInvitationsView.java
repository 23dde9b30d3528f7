package org.athena.person.guardian;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of the guardians of the sections; the sum is their number.
 *
 * @param dryRun whether nothing was done
 * @param invited how many get an invitation by this request
 * @param askedMembers how many are members of the school already, and are asked by this request whether they are the guardian
 * @param invitedBefore how many have an invitation that may still be accepted
 * @param declined how many declined; they are invited one by one
 * @param withAccount how many sign in already
 * @param onPaper those to whom no mail can be sent, by name
 */
@Schema(name = "GuardianInvitations")
record GuardianInvitationsView(
        boolean dryRun,
        long invited,
        long askedMembers,
        long invitedBefore,
        long declined,
        long withAccount,
        List<GuardianOnPaper> onPaper) {

    static GuardianInvitationsView of(List<GuardianContact> guardians, boolean dryRun) {
        return new GuardianInvitationsView(
                dryRun,
                count(guardians, Reachable.unknown),
                count(guardians, Reachable.member),
                count(guardians, Reachable.invited),
                count(guardians, Reachable.declined),
                count(guardians, Reachable.has_account),
                guardians.stream()
                        .filter(guardian -> guardian.reach().onPaper())
                        .map(GuardianOnPaper::of)
                        .toList());
    }

    private static long count(List<GuardianContact> guardians, Reachable reach) {
        return guardians.stream().filter(guardian -> guardian.reach() == reach).count();
    }
}
