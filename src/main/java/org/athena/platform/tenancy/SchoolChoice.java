package org.athena.platform.tenancy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;

/**
 * Finds the school of a request; the first that matches wins: the header, the token's hint, the only membership. Whoever acts
 * as superadmin names the school in the header, or has none.
 *
 * @param caller who asks
 * @param platform whether the platform flag counts
 * @param header the school in {@code X-School-Id}
 * @param hint {@code app_metadata.school_id} of the token
 * @param safe whether the method only reads (RFC 9110, section 9.2.1)
 */
record SchoolChoice(Caller caller, boolean platform, Optional<UUID> header, Optional<UUID> hint, boolean safe) {

    Optional<UUID> resolve(SchoolNeed need) {
        if (header.isPresent()) {
            return Optional.of(named(header.get()));
        }
        // The look-up has already written a superadmin's visit to the log of the school in the header, or to no
        // school's.
        Optional<UUID> hinted =
                platform ? Optional.empty() : hint.flatMap(caller::membershipIn).map(Membership::schoolId);
        // Somebody with several schools must say which one they write to: a stale hint would write into the wrong one.
        if (hinted.isPresent() && (safe || caller.memberships().size() == 1)) {
            return hinted;
        }
        Optional<UUID> only = onlyOne();
        return only.isPresent() || need == SchoolNeed.UNUSED ? only : without(need);
    }

    private UUID named(UUID school) {
        if (platform) {
            return caller.namedSchool()
                    .orElseThrow(() ->
                            new ProblemException(ProblemCode.NOT_FOUND, "There is no active school with this id."));
        }
        // The same answer whether or not the school exists.
        return caller.membershipIn(school)
                .map(Membership::schoolId)
                .orElseThrow(() -> refused(
                        ProblemCode.TENANT_NOT_A_MEMBER, "You have no active membership in the school you named."));
    }

    private Optional<UUID> onlyOne() {
        return platform || caller.memberships().size() != 1
                ? Optional.empty()
                : Optional.of(caller.memberships().get(0).schoolId());
    }

    private Optional<UUID> without(SchoolNeed need) {
        List<Membership> memberships = caller.memberships();
        if (platform && need == SchoolNeed.OPTIONAL) {
            return Optional.empty();
        }
        if (platform || memberships.size() > 1) {
            throw schoolRequired(memberships);
        }
        throw refused(ProblemCode.TENANT_NO_MEMBERSHIP, "You have no active membership in an active school.");
    }

    /** A superadmin could come in without a membership, and lacks the second factor alone. */
    private ProblemException refused(ProblemCode code, String detail) {
        return caller.superadmin() && !platform ? AuthContext.secondFactor() : new ProblemException(code, detail);
    }

    private static ProblemException schoolRequired(List<Membership> memberships) {
        return new ProblemException(ProblemCode.TENANT_SCHOOL_REQUIRED, "Name the school in the X-School-Id header.")
                .with(
                        "schools",
                        memberships.stream()
                                .map(m -> Map.of("id", m.schoolId().toString(), "name", m.schoolName()))
                                .toList());
    }
}
