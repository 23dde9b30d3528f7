import { expect, test } from "vitest";
import { matches } from "./matching";

test("words match by their beginning, without accents", () => {
  expect(matches("Auditoría", "audi")).toBe(true);
  expect(matches("Importar estudiantes", "est imp")).toBe(true);
  expect(matches("Estudiantes", "imp")).toBe(false);
  expect(matches("Estudiantes", "")).toBe(true);
});
