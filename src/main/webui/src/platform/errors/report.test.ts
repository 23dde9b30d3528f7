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

test("what the service does not take is left out of the texts", () => {
  const error = new Error("first\r\n\tsecond \u202e\u{1f600}\u{e000}third\u2028\u3164.");
  error.stack = `\u0000Error\n\ud800at f${"\u{1f600}".repeat(2000)}`;
  const { message, stack } = reportOf(error, "/a\nb", "1.0.0");
  expect(message).toBe("Error: first second \u{1f600} third .");
  expect(stack?.startsWith(" Error\n at f\u{1f600}")).toBe(true);
  expect(stack?.length).toBe(4000);
  const cut = reportOf(new Error(`${"x".repeat(492)}\u{1f600}`), "", "").message;
  expect(/\p{Cs}/u.test(`${stack}${cut}`)).toBe(false);
});

test("what is not known is left out", () => {
  const error = new Error("no");
  error.stack = "";
  expect(reportOf(error, "", "")).toEqual({ message: "Error: no" });
  expect(reportOf("text", "window", "not a release").message).toBe("Error: text");
});
