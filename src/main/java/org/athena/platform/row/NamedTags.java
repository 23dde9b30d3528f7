package org.athena.platform.row;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.request.EntityTag;

/**
 * The entity tags that a condition names (RFC 9110, sections 8.8.3 and 13.1). Whether a tag is weak is not kept: a proxy that
 * compresses weakens ours, and the version in it stays exact (docs/decisions/weakened-tags.md).
 *
 * @param any whether the condition is {@code *}, which every row meets
 * @param opaque the tags with their quotes, without {@code W/}
 */
record NamedTags(boolean any, Set<String> opaque) {

    /** One element of the list, or none, up to its comma: empty elements count for nothing (RFC 9110, section 5.6.1.2). */
    private static final Pattern ELEMENT =
            Pattern.compile("[ \\t]*(?:(?:W/)?(\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"))?[ \\t]*(?:,|\\z)");

    /**
     * @param header its name, for the refusal
     * @param lines its values, one for each header line; several lines are one list
     * @throws ProblemException 400 when it is neither {@code *} nor a list of tags
     */
    static NamedTags in(String header, List<String> lines) {
        String value = String.join(",", lines).strip();
        if (value.equals("*")) {
            return new NamedTags(true, Set.of());
        }
        Set<String> tags = opaque(value);
        if (tags.isEmpty()) {
            throw ProblemException.invalid(
                    header,
                    "header",
                    FaultCode.WRONG_FORM,
                    "must be * or tags as an ETag has them, such as \"3\", separated by commas");
        }
        return new NamedTags(false, tags);
    }

    /** Empty when the value is not a list of tags. */
    private static Set<String> opaque(String value) {
        Set<String> tags = new HashSet<>();
        Matcher element = ELEMENT.matcher(value);
        for (int at = 0; at < value.length(); at = element.end()) {
            if (!element.region(at, value.length()).lookingAt()) {
                return Set.of();
            }
            if (element.group(1) != null) {
                tags.add(element.group(1));
            }
        }
        return tags;
    }

    boolean contain(String tag) {
        return any || opaque.contains(tag);
    }

    /** Whether one is of that version of the row, whatever its answer showed beside the row. */
    boolean name(int version) {
        return any || opaque.stream().anyMatch(tag -> EntityTag.isOf(version, tag));
    }
}
