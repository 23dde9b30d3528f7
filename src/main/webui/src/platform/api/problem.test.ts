import { describe, expect, test } from "vitest";
import { failureOf, isUnanswered, problemOf, secondsOf } from "./problem";

const busy = { code: "server.unavailable", status: 503, request_id: "r", violations: [] };

describe("a refusal", () => {
  test("carries the seconds that its header names", () => {
    expect(problemOf(JSON.stringify(busy), "7")).toEqual({ ...busy, retry_after: 7 });
    expect(problemOf(JSON.stringify(busy), null)).toEqual(busy);
  });
  test("of something in between tells that Athena is away, and not the network", () => {
    let thrown: unknown;
    try {
      problemOf("<html>502 Bad Gateway</html>", null);
    } catch (error) {
      thrown = error;
    }
    expect(failureOf(thrown).code).toBe("away");
    expect(isUnanswered(thrown)).toBe(true);
  });
  test("that never came tells that the network is gone", () => {
    expect(failureOf(new TypeError("Failed to fetch")).code).toBe("network");
    expect(failureOf(new DOMException("late", "TimeoutError")).code).toBe("network");
  });
});

describe("the time to wait", () => {
  test("is a number of seconds or a date", () => {
    expect(secondsOf("12")).toBe(12);
    expect(secondsOf("Wed, 21 Oct 2026 07:28:10 GMT", Date.parse("2026-10-21T07:28:00Z"))).toBe(10);
    expect(secondsOf("Wed, 21 Oct 2026 07:28:10 GMT", Date.parse("2026-10-21T07:29:00Z"))).toBe(0);
    expect(secondsOf("soon")).toBeNull();
  });
});
