import { expect, test } from "vitest";
import { pauseSince } from "./idle";

const minute = 60_000;

test("a session on a shared computer ends after fifteen minutes without use", () => {
  expect(pauseSince(0, 13 * minute)).toBe("short");
  expect(pauseSince(0, 14 * minute + 1)).toBe(60);
  expect(pauseSince(0, 15 * minute - 1)).toBe(1);
  expect(pauseSince(0, 15 * minute)).toBe("over");
});

test("a laptop that slept for a night is over at once", () => {
  expect(pauseSince(0, 8 * 60 * minute)).toBe("over");
});

test("a clock that was set back ends nothing", () => {
  expect(pauseSince(60 * minute, 0)).toBe("short");
});
