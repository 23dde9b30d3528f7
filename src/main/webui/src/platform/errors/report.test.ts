import { expect, test } from "vitest";
import { reportOf } from "./report";

test("a report keeps within what the service takes", () => {
  const error = new TypeError("x".repeat(600));
  error.stack = "y".repeat(5000);
  const { message, stack, route, release } = reportOf(error, "/_in/estudiantes/$studentId", "0.1.0-SNAPSHOT");
  expect([message.length, stack?.length, route, release]).toEqual([
    500,
    4000,
    "/_in/estudiantes/$studentId",
    "0.1.0-SNAPSHOT",
  ]);
});

test("what is not known is left out", () => {
  const error = new Error("no");
  error.stack = "";
  expect(reportOf(error, "", "")).toEqual({ message: "Error: no" });
  expect(reportOf("text", "window", "not a release").message).toBe("Error: text");
});
