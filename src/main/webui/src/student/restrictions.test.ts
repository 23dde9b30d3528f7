import { describe, expect, test } from "vitest";
import { stateOf, today, weakens } from "./restrictions";

const order = (from: string | null, to: string | null) => ({ text: "Orden", from, to });
const day = "2026-06-15";

describe("a restriction", () => {
  test("without days applies always", () => expect(stateOf(order(null, null), day)).toBe("now"));
  test("applies on its first and its last day", () => {
    expect(stateOf(order(day, day), day)).toBe("now");
    expect(stateOf(order("2026-06-16", null), day)).toBe("later");
    expect(stateOf(order(null, "2026-06-14"), day)).toBe("over");
  });
  test("is shortened by an earlier end and by a later begin", () => {
    expect(weakens(order(null, null), order(null, "2026-12-31"), day)).toBe(true);
    expect(weakens(order(null, "2026-12-31"), order(null, null), day)).toBe(false);
    expect(weakens(order("2026-01-01", null), order("2026-07-01", null), day)).toBe(true);
    expect(weakens(order("2026-01-01", null), order("2026-03-01", null), day)).toBe(false);
  });
  test("that is over is not shortened", () => {
    expect(weakens(order(null, "2026-01-01"), order(null, "2025-01-01"), day)).toBe(false);
  });
});

test("today is the day of the device", () => expect(today(new Date(2026, 0, 5))).toBe("2026-01-05"));
