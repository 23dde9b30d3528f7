import type { Schemas } from "@/platform/api/api";

type Me = Pick<Schemas["ProfileView"], "school_id" | "memberships">;

/** What the students of the list are to the person, by the roles in the active school; a teacher who is a parent sees both. */
export function relation({ school_id, memberships }: Me): "pupils" | "children" | "me" {
  const roles = memberships.find((one) => one.school_id === school_id)?.roles ?? [];
  if (roles.includes("teacher")) return "pupils";
  return roles.includes("acudiente") ? "children" : "me";
}
