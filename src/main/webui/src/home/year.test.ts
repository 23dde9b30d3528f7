import { expect, test } from "vitest";
import { daysBetween, greeting, share } from "./year";

const year = { starts_on: "2026-01-01", ends_on: "2026-12-31" };

test("days are counted by the calendar", () => {
  expect(daysBetween("2026-02-27", "2026-03-02")).toBe(3);
  expect(daysBetween("2026-11-27", "2026-11-27")).toBe(0);
});

test("a stretch takes its part of the year, and never more than all of it", () => {
  expect(share(year, "2026-01-01", "2026-12-31")).toEqual({ from: 0, to: 1 });
  expect(share(year, "2025-01-01", "2027-01-01")).toEqual({ from: 0, to: 1 });
  const { from, to } = share(year, "2026-07-02", "2026-07-02");
  expect(from).toBeLessThan(to);
  expect(to).toBeCloseTo(0.5, 1);
});

test("the greeting follows the hour", () => {
  expect([4, 5, 11, 12, 18, 19].map(greeting)).toEqual([
    "evening",
    "morning",
    "morning",
    "afternoon",
    "afternoon",
    "evening",
  ]);
});
