// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { fileNameOf } from "./download";

test("a file has the name that the service gives it", () => {
  expect(fileNameOf('attachment; filename="fallas.csv"')).toBe("fallas.csv");
  expect(fileNameOf("attachment; filename=estudiantes.xlsx")).toBe("estudiantes.xlsx");
  expect(fileNameOf("attachment; filename*=UTF-8''a%C3%B1o.csv")).toBe("año.csv");
  expect(fileNameOf("attachment")).toBeNull();
  expect(fileNameOf(null)).toBeNull();
});
