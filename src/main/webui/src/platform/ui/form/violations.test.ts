import { expect, test } from "vitest";
import { violationWords } from "./violations";

test("a fault is told in Spanish with its bounds", () => {
  const violation = {
    field: "first_name",
    in: "body",
    code: "too_long",
    message: "must have at most 80 characters",
  } as const;
  expect(violationWords({ ...violation, params: { max: 80 } })).toBe("Debe tener máximo 80 caracteres.");
});

test("allowed values stand in a row", () => {
  const violation = { field: "gender", in: "body", code: "not_allowed", message: "must be one of" } as const;
  expect(violationWords({ ...violation, params: { allowed: ["TI", "RC"] } })).toBe("Debe ser uno de: TI, RC.");
});

test("bounds are written as the page writes days and numbers, and rows as a spreadsheet does", () => {
  const told = (code: "too_early" | "file_has_too_many_rows" | "repeated", params: Record<string, unknown>) =>
    violationWords({ field: "x", in: "body", code, message: "", params });
  expect(told("too_early", { min: "1900-01-01" })).toMatch(/1 .*ene.* 1900/);
  expect(told("file_has_too_many_rows", { max: 10_000 })).toContain("10.000");
  expect(told("repeated", { row: 12_345 })).toContain("12345");
});
