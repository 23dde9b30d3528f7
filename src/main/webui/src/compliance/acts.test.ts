import { expect, test } from "vitest";
import { actOf } from "./acts";
import { changesOf } from "./changes";

const membership = (changes: Record<string, unknown>) => ({
  entity_type: "school_memberships",
  action: "update",
  changes,
});
const term = { expires_at: ["2026-03-01T10:00:00Z", "2026-03-01T10:00:20Z"] };

test.each([
  ["sentAgain", term],
  ["invitedAgain", { ...term, status: ["inactive", "invited"] }],
  ["invited", { ...term, added_roles: [[], ["acudiente"]] }],
  ["accepted", { status: ["invited", "active"], accepted_at: [null, "2026-03-01T10:00:00Z"] }],
  ["accepted", { added_roles: [["acudiente"], []], roles: [["teacher"], ["teacher", "acudiente"]] }],
  ["declined", { status: ["invited", "inactive"], declined_at: [null, "2026-03-01T10:00:00Z"] }],
  ["withdrawn", { status: ["invited", "inactive"] }],
  ["removed", { status: ["active", "inactive"] }],
  ["opened", { user_id: ["a", "b"] }],
])("a membership tells that it was %s", (act, changes) => {
  expect(actOf(membership(changes))?.act).toBe(act);
});

test("the act tells its fields, and others stay", () => {
  expect(changesOf(membership(term))).toEqual([]);
  const changes = { ...term, roles: [["teacher"], ["coordinator"]] };
  expect(changesOf(membership(changes)).map(({ field }) => field)).toEqual(["roles"]);
});

test("a change of roles is a plain change", () => {
  expect(actOf(membership({ roles: [["teacher"], ["coordinator"]] }))).toBeNull();
});

test("whoever brings an invitation to another account invites nobody", () => {
  const made = { entity_type: "school_memberships", action: "create", changes: null, user_id: "a" };
  expect(actOf({ ...made, actor_id: "a" })?.act).toBe("opened");
  expect(actOf({ ...made, actor_id: "b" })?.act).toBe("invited");
});

test("a link ends and comes back, and its restriction is lifted", () => {
  const link = (changes: Record<string, unknown>) =>
    actOf({ entity_type: "student_guardians", action: "update", changes })?.act;
  expect(link({ ended_at: [null, "2026-03-01T10:00:00Z"], ended_by: [null, "a"] })).toBe("linkEnded");
  expect(link({ ended_at: ["2026-03-01T10:00:00Z", null], ended_by: ["a", null] })).toBe("linkRestored");
  expect(link({ restriction: "changed", restriction_lift_reason: [null, "Auto"] })).toBe("lifted");
  expect(link({ restriction: "changed", restriction_lift_reason: ["Auto", null] })).toBeUndefined();
});
