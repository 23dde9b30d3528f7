import { expect, test } from "vitest";
import { auditQuery, midnight } from "./auditSearch";

test("the last day belongs to what is asked for", () => {
  const { from, to } = auditQuery({ from: "2026-03-02", to: "2026-03-02" });
  expect(Date.parse(to as string) - Date.parse(from as string)).toBe(86_400_000);
  expect(midnight("2026-12-31", 1)).toBe(new Date(2027, 0, 1).toISOString());
});

test("filters that nobody set are not asked for", () => {
  expect(auditQuery({})).toEqual({});
});
