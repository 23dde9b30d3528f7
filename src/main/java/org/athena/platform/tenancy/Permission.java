package org.athena.platform.tenancy;

import java.util.Optional;
import java.util.Set;

/**
 * A permission in a school. {@code *:all} covers all permissions with the same verb, except manage, config and export, which must
 * match exactly.
 */
public enum Permission {
    READ_ALL("read:all"),
    WRITE_ALL("write:all"),
    DELETE_ALL("delete:all"),
    MANAGE_SCHOOLS("manage:schools"),
    CONFIG_INSTITUTION("config:institution"),
    MANAGE_USERS("manage:users"),
    READ_AUDIT_LOG("read:audit_log"),
    EXPORT_SIMAT("export:simat"),
    READ_STUDENTS("read:students"),
    READ_GRADES("read:grades"),
    READ_ATTENDANCE("read:attendance"),
    WRITE_CONVIVENCIA("write:convivencia"),
    WRITE_DUE_PROCESS("write:due_process"),
    READ_COMMUNICATIONS("read:communications"),
    WRITE_COMMUNICATIONS("write:communications"),
    READ_ENROLLMENT("read:enrollment"),
    WRITE_ENROLLMENT("write:enrollment"),
    READ_SCHEDULE("read:schedule"),
    READ_OWN_STUDENTS("read:own_students"),
    WRITE_GRADES("write:grades"),
    WRITE_ATTENDANCE("write:attendance"),
    WRITE_ACTIVITIES("write:activities"),
    READ_OWN_GRADES("read:own_grades"),
    READ_OWN_ATTENDANCE("read:own_attendance"),
    READ_OWN_DATA("read:own_data");

    private final String code;

    Permission(String code) {
        this.code = code;
    }

    /** The public code, {@code verb:object}. */
    public String code() {
        return code;
    }

    /**
     * Whether somebody with these permissions has this one.
     *
     * @param held the caller's permissions
     * @return true when the permissions contain this one, or the {@code all} of its verb; that of own rows is never covered
     */
    public boolean grantedBy(Set<Permission> held) {
        return !ofOwnRows() && passableBy(held) || held.contains(this);
    }

    /**
     * Whether somebody with these permissions may give this one to others. Who may read all rows has none of their own, and may let
     * somebody else read theirs.
     */
    public boolean passableBy(Set<Permission> held) {
        return held.contains(this) || allOfTheVerb().filter(held::contains).isPresent();
    }

    /** Own rows are somebody's classes or children, and whoever may read everything has none for that. */
    private boolean ofOwnRows() {
        return code.contains(":own_");
    }

    private Optional<Permission> allOfTheVerb() {
        return switch (code.substring(0, code.indexOf(':'))) {
            case "read" -> Optional.of(READ_ALL);
            case "write" -> Optional.of(WRITE_ALL);
            case "delete" -> Optional.of(DELETE_ALL);
            default -> Optional.empty();
        };
    }
}
