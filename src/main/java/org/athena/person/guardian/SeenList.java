package org.athena.person.guardian;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

import org.athena.platform.problem.ProblemException;
import org.athena.platform.request.Sha256;

/** The guardians who can be invited, with their e-mails, as one hash: what a person has looked at before they send. */
final class SeenList {

    static final int LENGTH = 64;

    private SeenList() {}

    /** Whichever members are confirmed, because they are chosen from the list. */
    static String hash(List<GuardianContact> invitable) {
        String lines = invitable.stream()
                .map(guardian -> guardian.id() + " " + guardian.email())
                .sorted()
                .collect(Collectors.joining("\n"));
        return HexFormat.of().formatHex(Sha256.of(lines.getBytes(StandardCharsets.UTF_8)));
    }

    /** @throws ProblemException 409 when the list is not the one that was seen; null stands for none */
    static void refuseOther(String seen, String hash) {
        if (seen != null && !seen.equals(hash)) {
            throw GuardianInvitationConflicts.LIST_CHANGED.problem();
        }
    }
}
