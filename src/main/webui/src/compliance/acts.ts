/** What a line may mean as a whole. */
export type Act =
  | "invited"
  | "invitedAgain"
  | "sentAgain"
  | "withdrawn"
  | "accepted"
  | "declined"
  | "opened"
  | "removed"
  | "linkEnded"
  | "linkRestored"
  | "lifted"
  | "imported"
  | "takenBack";

export type Line = {
  entity_type: string;
  action: string;
  changes: Readonly<Record<string, unknown>> | null;
  actor_id?: string | null;
  /** The person of the row. */
  user_id?: string | null;
};

/** The columns whose change is told by the act itself. */
const told: Record<Act, readonly string[]> = {
  invited: ["status", "expires_at", "declined_at", "added_roles", "guardian_id"],
  invitedAgain: ["status", "expires_at", "declined_at", "guardian_id"],
  sentAgain: ["expires_at", "declined_at"],
  withdrawn: ["status", "added_roles", "declined_at"],
  accepted: ["status", "accepted_at", "declined_at", "added_roles"],
  declined: ["status", "declined_at", "added_roles"],
  opened: ["user_id"],
  removed: ["status", "added_roles"],
  linkEnded: ["ended_at", "ended_by"],
  linkRestored: ["ended_at", "ended_by"],
  lifted: ["restriction"],
  imported: [],
  takenBack: ["taken_back_at", "taken_back_by"],
};

/** What a line means beyond the fields that changed, and which of them need not be told again; null when it is a plain change. */
export function actOf(line: Line): { act: Act; told: readonly string[] } | null {
  const act = acts[line.entity_type]?.(line) ?? null;
  return act && { act, told: told[act] };
}

const acts: Record<string, (line: Line) => Act | null> = {
  school_memberships: ofMembership,
  student_guardians: ofLink,
  student_imports: (line) =>
    line.action === "create" ? "imported" : after(line, "taken_back_at") ? "takenBack" : null,
};

function ofMembership(line: Line): Act | null {
  if (line.action === "create") return line.actor_id && line.actor_id === line.user_id ? "opened" : "invited";
  if (line.action !== "update") return null;
  const status = after(line, "status");
  if (after(line, "declined_at")) return "declined";
  if (status === "active") return "accepted";
  if (status === "inactive") return before(line, "status") === "active" ? "removed" : "withdrawn";
  if (status === "invited") return "invitedAgain";
  // A member who is invited as a guardian, too.
  if (size(before(line, "added_roles")) > 0) return after(line, "roles") ? "accepted" : "withdrawn";
  if (size(after(line, "added_roles")) > 0) return "invited";
  if (after(line, "expires_at")) return "sentAgain";
  return only(line) === "user_id" ? "opened" : null;
}

function ofLink(line: Line): Act | null {
  if (line.action !== "update") return null;
  if (after(line, "ended_at")) return "linkEnded";
  if (before(line, "ended_at")) return "linkRestored";
  return after(line, "restriction_lift_reason") ? "lifted" : null;
}

const before = ({ changes }: Line, column: string) => sides(changes?.[column])?.[0] ?? null;
const after = ({ changes }: Line, column: string) => sides(changes?.[column])?.[1] ?? null;
const sides = (value: unknown) => (Array.isArray(value) && value.length === 2 ? (value as [unknown, unknown]) : null);
const size = (value: unknown) => (Array.isArray(value) ? value.length : 0);

function only({ changes }: Line): string | null {
  const columns = Object.keys(changes ?? {});
  return columns.length === 1 ? (columns[0] ?? null) : null;
}
