import { describe, expect, test } from "vitest";
import { periodFaults, sumOf, weightOf } from "./periodFaults";

const year = { starts_on: "2027-01-18", ends_on: "2027-11-26" };
const first = { name: "Primer periodo", starts_on: "2027-01-18", ends_on: "2027-03-26" };
const good = { name: "Segundo periodo", starts_on: "2027-03-29", ends_on: "2027-06-11", weight: "25" };

describe("the faults of a period", () => {
  test("a good one has none", () => {
    expect(periodFaults(good, year, [first])).toEqual({});
  });
  test("everything is missing at first", () => {
    const none = { name: " ", starts_on: "", ends_on: "", weight: "" };
    expect(Object.keys(periodFaults(none, year, []))).toEqual(["name", "starts_on", "ends_on"]);
  });
  test("the last day follows the first", () => {
    expect(periodFaults({ ...good, ends_on: "2027-03-01" }, year, [])).toEqual({ ends_on: { word: "order" } });
  });
  test("it lies inside the year, and the day that does not is named", () => {
    const fault = { word: "outside", from: year.starts_on, to: year.ends_on };
    expect(periodFaults({ ...good, ends_on: "2027-12-01" }, year, [])).toEqual({ ends_on: fault });
    expect(periodFaults({ ...good, starts_on: "2027-01-04" }, year, [])).toEqual({ starts_on: fault });
  });
  test("it overlaps no other, and the other is named", () => {
    const fault = { word: "overlaps", name: "Primer periodo" };
    expect(periodFaults({ ...good, starts_on: "2027-03-26" }, year, [first])).toEqual({ starts_on: fault });
    const before = { ...good, starts_on: "2027-01-18", ends_on: "2027-01-19" };
    expect(periodFaults(before, year, [{ ...first, starts_on: "2027-01-19" }])).toEqual({ ends_on: fault });
  });
  test("two periods have two names", () => {
    expect(periodFaults({ ...good, name: "Primer periodo " }, year, [first])).toEqual({ name: { word: "repeated" } });
  });
});

describe("weights", () => {
  test.each([
    ["25", 25],
    ["33,33", 33.33],
    ["12.5 %", 12.5],
    ["", null],
    ["101", Number.NaN],
    ["1,234", Number.NaN],
    ["mucho", Number.NaN],
  ])("%s", (typed, weight) => {
    expect(weightOf(typed)).toBe(weight);
  });
  test("the sum needs all of them", () => {
    expect(sumOf([33.33, 33.33, 33.34])).toBe(100);
    expect(sumOf([25, null])).toBeNull();
    expect(sumOf([])).toBeNull();
  });
});
