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
