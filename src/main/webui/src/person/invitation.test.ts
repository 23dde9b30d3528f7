import { describe, expect, test } from "vitest";
import { later, type Membership, mailed, sendable, standing } from "./invitation";

const invitation = {
  mail: "sent",
  mail_fault: null,
  next_attempt_at: null,
  mailed_at: null,
  expires_at: "2027-01-01T00:00:00Z",
  expired: false,
  declined_at: null,
} as const;
const member = (one: Partial<Membership>): Membership => ({
  id: "1",
  school_id: "2",
  user_id: "3",
  roles: ["teacher"],
  status: "invited",
  invitation,
  version: 0,
  ...one,
});

describe("how somebody stands to the school", () => {
  test.each([
    ["active", member({ status: "active", invitation: null })],
    ["active", member({ status: "active" })],
    ["inactive", member({ status: "inactive", invitation: null })],
    ["declined", member({ status: "inactive", invitation: { ...invitation, mail: null, declined_at: "2026-11-01" } })],
    ["failed", member({ invitation: { ...invitation, mail: "failed", expired: true } })],
    ["expired", member({ invitation: { ...invitation, expired: true } })],
    ["waiting", member({ invitation: { ...invitation, mail: "waiting" } })],
    ["invited", member({})],
  ])("%s", (expected, one) => {
    expect(standing(one)).toBe(expected);
  });
});

test("an invitation is sent again to whoever has not accepted one", () => {
  expect(sendable(member({}))).toBe(true);
  expect(sendable(member({ status: "inactive", invitation: null }))).toBe(true);
  expect(sendable(member({ status: "active" }))).toBe(true);
  expect(sendable(member({ status: "active", invitation: null }))).toBe(false);
});

test("a later attempt is told, one that comes at once is not", () => {
  const now = Date.parse("2026-11-28T10:00:00Z");
  expect(later("2026-11-28T10:00:02Z", now)).toBe(false);
  expect(later("2026-11-28T10:05:00Z", now)).toBe(true);
  expect(later(null, now)).toBe(false);
});

test("the progress counts what waited at most", () => {
  expect(mailed(40, 30)).toBe(25);
  expect(mailed(40, 0)).toBe(100);
  expect(mailed(0, 0)).toBe(100);
  expect(mailed(10, 12)).toBe(0);
});
