import { describe, expect, test } from "vitest";
import { changesOf, kindOf, nameOfGone, rowsOf } from "./changes";

describe("what an entry changed", () => {
  test("has the values before and after", () => {
    expect(changesOf({ entity_type: "guardians", action: "update", changes: { phone: ["300", "301"] } })).toEqual([
      { field: "phone", before: "300", after: "301" },
    ]);
  });
  test("a private field says only that it changed", () => {
    expect(changesOf({ entity_type: "guardians", action: "update", changes: { piar_data: "changed" } })).toEqual([
      { field: "piar_data", hidden: true },
    ]);
  });
  test("of a removed row names what it held", () => {
    const changes = { id: "1", version: 3, name: "2026", search_name: "2026", weight: null, former_names: ["2025"] };
    expect(changesOf({ entity_type: "guardians", action: "delete", changes })).toEqual([
      { field: "name", before: "2026" },
    ]);
  });
  test("is nothing for a new row and for a download", () => {
    expect(changesOf({ entity_type: "guardians", action: "create", changes: null })).toEqual([]);
    expect(changesOf({ entity_type: "guardians", action: "export", changes: { what: "12 students" } })).toEqual([]);
  });
});

test("a row that is gone has the name that its line kept", () => {
  const parts = { first_name: "Luz", middle_name: null, last_name: "Muñoz", second_last_name: "Díaz" };
  expect(nameOfGone({ action: "delete", changes: parts })).toBe("Luz Muñoz Díaz");
  expect(nameOfGone({ action: "delete", changes: { full_name: "Eva Ruiz" } })).toBe("Eva Ruiz");
  expect(nameOfGone({ action: "delete", changes: { name: "2026" } })).toBe("2026");
  expect(nameOfGone({ action: "delete", changes: { priority: 1 } })).toBeNull();
  expect(nameOfGone({ action: "update", changes: { name: ["2025", "2026"] } })).toBeNull();
});

test("an entry may tell of many rows", () => {
  expect(rowsOf({ changes: { rows: 34 } })).toBe(34);
  expect(rowsOf({ changes: { what: "600 students" } })).toBe(600);
  expect(rowsOf({ changes: { what: "piar_data" } })).toBeNull();
  expect(rowsOf({ changes: null })).toBeNull();
});

test("values are told by their kind", () => {
  const values = [null, true, false, "2026-01-19", "2026-01-19T10:00:00Z", "01a221f5-5faf-7be8-b843-f881cddbd9e0"];
  expect(values.map(kindOf)).toEqual(["none", "yes", "no", "day", "moment", "row"]);
  expect([["rector"], { a: 1 }, "300", 5, [{ a: 1 }]].map(kindOf)).toEqual([
    "list",
    "group",
    "text",
    "number",
    "group",
  ]);
});
