package org.athena.logs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What no log may hold. The values are those that the tests really send, those of {@link SentinelsResourceTest} among them,
 * which are sent wherever something can be sent.
 */
final class Leaks {

    /** Values that are sent as names, numbers and words. */
    static final String NAME = "Centinelaquina";

    static final String DOCUMENT = "9081726354";
    static final String WORD = "palabrasecreta";

    private static final Map<String, Pattern> FORBIDDEN = new LinkedHashMap<>();

    static {
        forbid("an access token", "eyJ[\\w-]{10,}\\.[\\w-]{10,}");
        forbid("an authorization header", "(?i)bearer [\\w.-]{16,}");
        forbid("the database's password", "a%20word%21|a word!");
        forbid(
                "a secret or key",
                "a-secret-for-tests-|another-secret-of-32|anon-key-for-tests|sb_secret_|service-role-");
        forbid("an e-mail", "[\\w.+-]+@(?:[\\w-]+\\.)*(?:example|example\\.org|example\\.com|example\\.co)\\b");
        forbid(
                "a name",
                NAME + "|Lucía|Peña|Ñúñez|Ana (?:rector|teacher|secretary|coordinator|student|acudiente|superadmin)");
        forbid("a document number", DOCUMENT + "|9\\.081\\.726\\.354|1\\.?020\\.?304\\.?050|52\\.?000\\.?111\\b");
        forbid("a word that was searched for", WORD);
    }

    private Leaks() {}

    private static void forbid(String what, String pattern) {
        FORBIDDEN.put(what, Pattern.compile(pattern));
    }

    /** One line for each leak: what it is, and where it stands. */
    static List<String> in(List<String> lines) {
        return lines.stream()
                .flatMap(line -> FORBIDDEN.entrySet().stream()
                        .filter(forbidden -> forbidden.getValue().matcher(line).find())
                        .map(forbidden -> forbidden.getKey() + ": " + line))
                .toList();
    }
}
