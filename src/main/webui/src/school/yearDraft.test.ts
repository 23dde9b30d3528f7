import { describe, expect, test } from "vitest";
import { draftFaults, faultless, firstDraft, leftOutside, propose, yearFaults } from "./yearDraft";

const name = (place: number) => `Periodo ${place + 1}`;

describe("a new year", () => {
  const draft = firstDraft([], "2026-11-28", name);
  test("proposes four periods that nobody has to mend", () => {
    expect(draft.periods.map((period) => [period.name, period.weight])).toEqual([
      ["Periodo 1", "25"],
      ["Periodo 2", "25"],
      ["Periodo 3", "25"],
      ["Periodo 4", "25"],
    ]);
    expect(faultless(draft)).toBe(true);
  });
  test("may have no periods", () => {
    expect(propose(draft, 0, name)).toEqual([]);
    expect(faultless({ ...draft, periods: [] })).toBe(true);
  });
  test("tells of two periods that overlap at both", () => {
    const [first, second, ...others] = draft.periods;
    if (!first || !second) throw new Error("no periods");
    const crossed = { ...draft, periods: [{ ...first, ends_on: second.starts_on }, second, ...others] };
    expect(draftFaults(crossed).map((one) => Object.keys(one).length)).toEqual([1, 1, 0, 0]);
    expect(faultless(crossed)).toBe(false);
  });
});

test("a year has a name and runs forward", () => {
  expect(yearFaults({ name: "", starts_on: "", ends_on: "2027-01-01" })).toEqual({
    name: "required",
    starts_on: "required",
  });
  expect(yearFaults({ name: "2027", starts_on: "2027-02-01", ends_on: "2027-01-01" })).toEqual({ ends_on: "order" });
});

test("a year that becomes shorter names the periods that it leaves outside", () => {
  const periods = [
    { name: "a", starts_on: "2027-01-18", ends_on: "2027-03-26" },
    { name: "b", starts_on: "2027-09-01", ends_on: "2027-11-26" },
  ];
  const outside = leftOutside({ starts_on: "2027-01-18", ends_on: "2027-10-31" }, periods);
  expect(outside.map((one) => one.name)).toEqual(["b"]);
});
