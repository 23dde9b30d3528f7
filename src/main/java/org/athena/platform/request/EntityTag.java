package org.athena.platform.request;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The version of a row as a strong ETag (RFC 9110, section 8.8.3). */
public final class EntityTag {

    private static final int DIGEST_BYTES = 8;

    /** Between the quotes: the version, and the digest of what else an answer shows. */
    private static final Pattern FORM = Pattern.compile("\"([0-9]+)(?:-[0-9a-f]{" + 2 * DIGEST_BYTES + "})?\"");

    private EntityTag() {}

    /** @param version the version; null when the caller may not see it, and then there is no tag either */
    public static String of(Integer version) {
        return version == null ? null : "\"" + version + "\"";
    }

    /**
     * The tag of an answer that shows more than the row.
     *
     * @param others what it shows beside the row
     */
    public static String of(int version, byte[] others) {
        byte[] digest = Arrays.copyOf(Sha256.of(others), DIGEST_BYTES);
        return "\"" + version + "-" + HexFormat.of().formatHex(digest) + "\"";
    }

    /** Whether a tag is of that version of the row, whatever the answer showed beside it. */
    public static boolean isOf(int version, String tag) {
        var form = FORM.matcher(tag);
        return form.matches() && form.group(1).equals(String.valueOf(version));
    }
}
