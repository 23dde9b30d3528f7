package org.athena.platform.tenancy;

import static org.athena.platform.tenancy.Permission.*;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The roles of a membership. The superadmin of the platform is a flag of the user and not a role. */
public enum Role {
    RECTOR(all(READ_ALL, WRITE_ALL, DELETE_ALL, CONFIG_INSTITUTION, MANAGE_USERS, READ_AUDIT_LOG, EXPORT_SIMAT)),
    COORDINATOR(all(
            EXPORT_SIMAT,
            READ_STUDENTS,
            READ_GRADES,
            READ_ATTENDANCE,
            WRITE_CONVIVENCIA,
            WRITE_DUE_PROCESS,
            READ_COMMUNICATIONS,
            WRITE_COMMUNICATIONS,
            READ_ENROLLMENT,
            READ_SCHEDULE)),
    SECRETARY(all(
            EXPORT_SIMAT,
            READ_STUDENTS,
            READ_COMMUNICATIONS,
            WRITE_COMMUNICATIONS,
            READ_ENROLLMENT,
            WRITE_ENROLLMENT,
            READ_SCHEDULE)),
    COUNSELOR(all(
            READ_STUDENTS,
            READ_GRADES,
            READ_ATTENDANCE,
            WRITE_CONVIVENCIA,
            READ_COMMUNICATIONS,
            READ_ENROLLMENT,
            READ_SCHEDULE)),
    TEACHER(
            all(READ_COMMUNICATIONS, READ_SCHEDULE),
            READ_OWN_STUDENTS,
            WRITE_GRADES,
            WRITE_ATTENDANCE,
            WRITE_ACTIVITIES,
            READ_OWN_GRADES),
    STUDENT(all(READ_COMMUNICATIONS, READ_SCHEDULE), READ_OWN_GRADES, READ_OWN_ATTENDANCE, READ_OWN_DATA),
    ACUDIENTE(all(READ_COMMUNICATIONS, READ_SCHEDULE), READ_OWN_GRADES, READ_OWN_ATTENDANCE, READ_OWN_DATA);

    /** The permissions of the platform flag, in every school that a superadmin names. */
    public static final Set<Permission> SUPERADMIN = Set.of(
            READ_ALL,
            WRITE_ALL,
            DELETE_ALL,
            MANAGE_SCHOOLS,
            CONFIG_INSTITUTION,
            MANAGE_USERS,
            READ_AUDIT_LOG,
            EXPORT_SIMAT);

    private final Set<Permission> all;
    private final Set<Permission> own;

    Role(Set<Permission> all, Permission... own) {
        this.all = all;
        this.own = Set.of(own);
    }

    private static Set<Permission> all(Permission... permissions) {
        return Set.of(permissions);
    }

    /** The code of the role in the database and in JSON. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether people with the role work in the school. */
    public boolean staff() {
        return this != STUDENT && this != ACUDIENTE;
    }

    /** The permissions for all rows of the school. */
    Set<Permission> all() {
        return all;
    }

    /** The permissions for the person's own rows only: their classes, themselves, their children. */
    Set<Permission> own() {
        return own;
    }

    /** All permissions of the role, for all rows or the own ones. */
    public Set<Permission> permissions() {
        Set<Permission> both = EnumSet.copyOf(all);
        both.addAll(own);
        return both;
    }

    /** The role with that code; empty for an unknown code, which grants nothing. */
    public static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }

    /** The permissions of several roles together. */
    public static Set<Permission> permissionsOf(Collection<Role> roles) {
        Set<Permission> union = EnumSet.noneOf(Permission.class);
        roles.forEach(role -> union.addAll(role.permissions()));
        return union;
    }
}
