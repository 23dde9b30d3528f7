package org.athena.platform.request;

/** The version of a row as a strong ETag (RFC 9110, section 8.8.3). */
public final class EntityTag {

    private EntityTag() {}

    /** @param version the version; null when the caller may not see it, and then there is no tag either */
    public static String of(Integer version) {
        return version == null ? null : "\"" + version + "\"";
    }
}
