import { expect, test } from "vitest";
import { rowOf } from "./row";

test("the row of a fault is a number, and the file has none", () => {
  expect(rowOf({ in: "row 17" })).toBe(17);
  expect(rowOf({ in: "row 17 of the file" })).toBe(17);
  expect(rowOf({ in: "body" })).toBeNull();
});
