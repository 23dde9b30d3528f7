package org.athena.platform.names;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The stored form of an e-mail, see {@link EMail}. */
public final class NormalEMail {

    /**
     * Letters and digits of ASCII with the marks of RFC 5322, section 3.2.3, and a domain of at least two names, without a quoted
     * part, a domain literal or a comment. PostgreSQL reads it the same.
     */
    public static final String FORM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+([.][a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
            + "@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?[.])+[a-z]([a-z0-9-]{0,61}[a-z0-9])?";

    /** RFC 5321, section 4.5.3.1: 64 characters, the @, and 255. */
    private static final int MAX_LENGTH = 320;

    private static final Pattern WHOLE = Pattern.compile(FORM);
    /** What surrounds copied text. */
    private static final Pattern ENDS = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

    private NormalEMail() {}

    /** The stored form of an e-mail as people write it, also of one that is not read from a JSON body. Null stays null. */
    public static String of(String written) {
        return written == null
                ? null
                : Normalizer.normalize(ENDS.matcher(written).replaceAll(""), Normalizer.Form.NFC)
                        .toLowerCase(Locale.ROOT);
    }

    /** Whether it has the form; null has not. */
    static boolean allowed(String email) {
        // The length first: the engine recurses for each name of a domain.
        return email != null
                && email.length() <= MAX_LENGTH
                && WHOLE.matcher(email).matches();
    }
}
