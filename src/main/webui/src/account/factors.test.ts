import { expect, test } from "vitest";
import { freeName, grouped } from "./factors";

test("the second telephone has a name of its own", () => {
  expect(freeName("Celular", [])).toBe("Celular");
  expect(freeName("Celular", [{ friendly_name: "Celular" }])).toBe("Celular 2");
  expect(freeName("Celular", [{ friendly_name: "Celular" }, { friendly_name: "Celular 2" }])).toBe("Celular 3");
});

test("a secret is grouped by four", () => {
  expect(grouped("ABCDEFGHIJ")).toBe("ABCD EFGH IJ");
});
