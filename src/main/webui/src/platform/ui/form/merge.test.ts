import { describe, expect, test } from "vitest";
import { changes, merge } from "./merge";

const base = { name: "Ana", phone: "300", note: "" as string | null };

describe("changes", () => {
  test("name only what differs", () => {
    expect(changes(base, { ...base, phone: "301" })).toEqual({ phone: "301" });
  });
  test("an empty field and a missing value are the same", () => {
    expect(changes(base, { ...base, note: null })).toEqual({});
  });
});

describe("two people at one row", () => {
  test("different fields are brought together", () => {
    const { merged, clashes } = merge(base, { ...base, name: "Anna" }, { ...base, phone: "301" });
    expect(clashes).toEqual([]);
    expect(merged).toEqual({ name: "Anna", phone: "301", note: "" });
  });
  test("the same field asks which value stays", () => {
    const { merged, clashes } = merge(base, { ...base, name: "Anna" }, { ...base, name: "Hanna" });
    expect(clashes).toEqual([{ field: "name", mine: "Anna", theirs: "Hanna" }]);
    expect(merged.name).toBe("Hanna");
  });
  test("the same value from both is no question", () => {
    const { clashes } = merge(base, { ...base, name: "Anna" }, { ...base, name: "Anna" });
    expect(clashes).toEqual([]);
  });
});
