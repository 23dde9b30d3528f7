package org.athena.platform.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A text from a page without what may identify a person or open a session: a page's errors may repeat what somebody typed or read.
 * Names cannot be told from other words; a page must not put them into an error.
 */
final class MaskedText {

    /** In this order: a token is full of digits, and an e-mail may have many. Each repetition is bounded, so that the time is too. */
    private static final Map<Pattern, String> MASKS = new LinkedHashMap<>();

    static {
        // ?q=Ana, #access_token=…: what an address carries.
        mask("([?&#][\\w.\\[\\]-]{1,64}=)[^\\s&#\"'<>()]+", "$1[value]");
        mask(
                "[^\\s@\"'<>(),;:\\[\\]]{1,64}(?:@|%40)[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8}",
                "[e-mail]");
        mask("(?i)(?<![0-9a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])", "[id]");
        // Three parts of base64url that are long enough for a JWT, and one that is cut off.
        mask("[\\w-]{16,}\\.[\\w-]{16,}\\.[\\w-]{16,}", "[token]");
        mask("eyJ[\\w-]{5,}(?:\\.[\\w-]*){0,2}", "[token]");
        // A key or secret: no name of a function is this long and has a digit.
        mask("(?<![\\w-])(?=[a-zA-Z_-]{0,64}\\d)[\\w-]{32,}", "[token]");
        // A document or phone, also with separators; not the column of a line in a script, as in app.js:1:152345.
        mask("(?<!\\p{Nd})(?<!\\.[cm]?[jt]sx?:\\d{1,7}:)\\p{Nd}(?:[.,'\\p{Zs}-]?\\p{Nd}){5,}+", "[number]");
    }

    private MaskedText() {}

    private static void mask(String pattern, String by) {
        MASKS.put(Pattern.compile(pattern), by);
    }

    /** The text with a word in brackets for each part that is masked; null for null. */
    static String of(String text) {
        String masked = text;
        for (Map.Entry<Pattern, String> mask : MASKS.entrySet()) {
            masked = masked == null ? null : mask.getKey().matcher(masked).replaceAll(mask.getValue());
        }
        return masked;
    }
}
