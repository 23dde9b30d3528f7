package org.athena.platform.tenancy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;

/**
 * Finds the school of a request. The first match counts: the header, the token's hint, the only membership. A superadmin's
 * request has the school in its header, or no school.
 *
 * @param caller the caller
 * @param platform whether the platform flag counts
 * @param header the school in {@code X-School-Id}, or empty
 * @param hint {@code app_metadata.school_id} of the token
 * @param safe whether the method only reads (RFC 9110, section 9.2.1)
 */
record SchoolChoice(Caller caller, boolean platform, Optional<UUID> header, Optional<UUID> hint, boolean safe) {

    Optional<UUID> resolve(SchoolNeed need) {
        if (header.isPresent()) {
            return Optional.of(named(header.get()));
        }
        // The look-up has already audited a superadmin's request, in the log of the school in the header or in the
        // platform's
        // log.
        Optional<UUID> hinted =
                platform ? Optional.empty() : hint.flatMap(caller::membershipIn).map(Membership::schoolId);
        // A caller with several schools must name the school for a write, because an old hint could select the wrong
        // one.
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
        // The answer must not reveal whether the school exists.
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

    /** A superadmin would not need a membership; only the second factor is missing. */
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
