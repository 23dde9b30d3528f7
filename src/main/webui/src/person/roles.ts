import type { Schemas } from "@/platform/api/api";

export type Role = Schemas["RoleCode"];
export type Permission = Schemas["ProfileView"]["permissions"][number];

/** What each role may do, as the service decides it; a test compares the two. The order is that of the page. */
export const powers: Record<Role, readonly Permission[]> = {
  rector: [
    "read:all",
    "write:all",
    "delete:all",
    "manage:users",
    "config:institution",
    "read:audit_log",
    "export:simat",
  ],
  coordinator: [
    "read:students",
    "read:grades",
    "read:attendance",
    "read:enrollment",
    "read:schedule",
    "write:convivencia",
    "write:due_process",
    "read:communications",
    "write:communications",
    "export:simat",
  ],
  secretary: [
    "read:students",
    "read:enrollment",
    "write:enrollment",
    "read:schedule",
    "read:communications",
    "write:communications",
    "export:simat",
  ],
  counselor: [
    "read:students",
    "read:grades",
    "read:attendance",
    "read:enrollment",
    "read:schedule",
    "write:convivencia",
    "read:communications",
  ],
  teacher: [
    "read:own_students",
    "read:own_grades",
    "write:grades",
    "write:attendance",
    "write:activities",
    "read:schedule",
    "read:communications",
  ],
  student: ["read:own_data", "read:own_grades", "read:own_attendance", "read:schedule", "read:communications"],
  acudiente: ["read:own_data", "read:own_grades", "read:own_attendance", "read:schedule", "read:communications"],
};

export const roles = Object.keys(powers) as Role[];

/** The roles of people who work in the school. */
export const staff: readonly Role[] = ["rector", "coordinator", "secretary", "counselor", "teacher"];

type Key<P> = P extends `${infer Verb}:${infer What}` ? `${Verb}_${What}` : never;

/** The name of a permission among the words. */
export const powerKey = (permission: Permission) => permission.replace(":", "_") as Key<Permission>;

const passable = (permission: Permission, held: readonly string[]) =>
  held.includes(permission) || held.includes(`${permission.slice(0, permission.indexOf(":"))}:all`);

/** Whether somebody with these permissions may give that role: one grants only what one has. */
export const grantable = (role: Role, held: readonly string[]) =>
  powers[role].every((permission) => passable(permission, held));

/** The roles in the order of the page, so that the same set always reads the same. */
export const inOrder = (some: readonly Role[]) => roles.filter((role) => some.includes(role));
