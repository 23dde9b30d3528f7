import { describe, expect, test } from "vitest";
import { filled, rowOf } from "./faultWords";

describe("a sentence of a fault", () => {
  test("takes its values by name", () => {
    expect(filled("Es igual al de la fila {row}.", { row: 7 })).toBe("Es igual al de la fila 7.");
    expect(filled("Debe ser uno de: {allowed}.", { allowed: ["TI", "RC"] })).toBe("Debe ser uno de: TI, RC.");
  });
  test("is not told with a hole", () => {
    expect(filled("Es igual al de la fila {row}.", {})).toBeNull();
  });
});

test("the row of a fault is a number, and the file has none", () => {
  expect(rowOf({ in: "row 17" })).toBe(17);
  expect(rowOf({ in: "body" })).toBeNull();
});
