import { describe, expect, test } from "vitest";
import { divide, inside, isDay, length, nextYear, overlap, pieces, weights, whole } from "./calendar";

const year = { starts_on: "2027-01-18", ends_on: "2027-11-26" };

describe("days", () => {
  test("a day that does not exist is none", () => {
    expect(isDay("2027-02-30")).toBe(false);
    expect(isDay("")).toBe(false);
    expect(isDay("2028-02-29")).toBe(true);
  });
  test("the first and the last day count", () => {
    expect(length({ starts_on: "2027-01-18", ends_on: "2027-01-18" })).toBe(1);
    expect(length(year)).toBe(313);
  });
  test("a span runs forward", () => {
    expect(whole(year)).toBe(true);
    expect(whole({ starts_on: "2027-02-02", ends_on: "2027-02-01" })).toBe(false);
  });
  test("spans that share one day overlap", () => {
    const first = { starts_on: "2027-01-18", ends_on: "2027-03-26" };
    expect(overlap(first, { starts_on: "2027-03-26", ends_on: "2027-06-01" })).toBe(true);
    expect(overlap(first, { starts_on: "2027-03-27", ends_on: "2027-06-01" })).toBe(false);
    expect(inside(first, year)).toBe(true);
    expect(inside({ ...first, ends_on: "2027-11-27" }, year)).toBe(false);
  });
});

describe("proposed periods", () => {
  test.each([1, 2, 3, 4, 6])("%i periods reach from the first day to the last and do not overlap", (count) => {
    const spans = divide(year, count);
    expect(spans).toHaveLength(count);
    expect(spans[0]?.starts_on).toBe(year.starts_on);
    expect(spans.at(-1)?.ends_on).toBe(year.ends_on);
    expect(spans.every((span, place) => spans.slice(place + 1).every((other) => !overlap(span, other)))).toBe(true);
  });
  test("they run from Mondays to Fridays", () => {
    const weekdays = divide(year, 4).map((span) => [
      new Date(span.starts_on).getUTCDay(),
      new Date(span.ends_on).getUTCDay(),
    ]);
    expect(weekdays).toEqual([1, 1, 1, 1].map((monday) => [monday, 5]));
  });
  test("a year that starts on another day has no gaps", () => {
    const spans = divide({ ...year, starts_on: "2027-01-20" }, 4);
    expect(spans.reduce((days, span) => days + length(span), 0)).toBe(length(year) - 2);
  });
  test("a year that is too short or not written yet has none", () => {
    expect(divide({ starts_on: "", ends_on: "" }, 4)).toEqual([]);
    expect(divide({ starts_on: "2027-01-01", ends_on: "2027-01-03" }, 4)).toEqual([]);
  });
  test("the weights add up to 100", () => {
    expect(weights(4)).toEqual([25, 25, 25, 25]);
    expect(weights(3)).toEqual([33.33, 33.33, 33.34]);
  });
});

describe("the bar of a year", () => {
  test("shows periods and gaps in their order, together the whole year", () => {
    const bar = pieces({ starts_on: "2027-01-01", ends_on: "2027-01-10" }, [
      { starts_on: "2027-01-06", ends_on: "2027-01-08" },
      { starts_on: "2027-01-01", ends_on: "2027-01-05" },
    ]);
    expect(bar).toEqual([
      { from: 0, width: 50, period: 1 },
      { from: 50, width: 30, period: 0 },
      { from: 80, width: 20, period: null },
    ]);
  });
  test("what lies outside the year or is half written is left out", () => {
    const bar = pieces(year, [
      { starts_on: "2026-01-01", ends_on: "2026-02-01" },
      { starts_on: "2027-03-01", ends_on: "" },
    ]);
    expect(bar).toEqual([{ from: 0, width: 100, period: null }]);
  });
});

describe("the next year", () => {
  test("follows the last one, from a Monday to a Friday", () => {
    const known = [
      { name: "2025", starts_on: "2025-01-20", ends_on: "2025-11-28" },
      { name: "2026", starts_on: "2026-01-19", ends_on: "2026-11-27" },
    ];
    expect(nextYear(known, "2026-11-28")).toEqual({ name: "2027", starts_on: "2027-01-25", ends_on: "2027-11-26" });
  });
  test("of calendar B keeps both numbers", () => {
    const known = [{ name: "2026-2027", starts_on: "2026-08-24", ends_on: "2027-06-18" }];
    expect(nextYear(known, "2026-11-28").name).toBe("2027-2028");
  });
  test("of a new school is the one that comes", () => {
    expect(nextYear([], "2026-11-28")).toEqual({ name: "2027", starts_on: "2027-01-18", ends_on: "2027-11-26" });
    expect(nextYear([], "2026-02-01").name).toBe("2026");
  });
});
