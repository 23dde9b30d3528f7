import { expect, test } from "vitest";
import { passwordFault } from "./password";

test("eight characters are enough, and 72 bytes are the most", () => {
  expect(passwordFault("1234567")).toBe("short");
  expect(passwordFault("12345678")).toBeNull();
  expect(passwordFault("x".repeat(72))).toBeNull();
  expect(passwordFault("ñ".repeat(37))).toBe("long");
});
