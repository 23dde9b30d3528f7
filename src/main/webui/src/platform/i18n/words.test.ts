import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { conflictReasons, problemCodes } from "@/platform/api/operations";
import { platform as english } from "./words.en";
import { platform as spanish } from "./words.es";

const at = (words: unknown, path: string) =>
  path.split(".").reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], words);

describe.each([
  ["Spanish", spanish],
  ["English", english],
])("%s", (_, words) => {
  test.each(problemCodes)("has words for the problem %s", (code) => {
    expect(at(words.problem, code)).toMatch(/\.$/);
  });
  test.each(conflictReasons)("has words for the conflict %s", (reason) => {
    expect(at(words.reason, reason)).toMatch(/\.$/);
  });
});

test("the description names every code of the service", () => {
  const source = readFileSync("../java/org/athena/platform/problem/ProblemCode.java", "utf8");
  const codes = [...source.matchAll(/^ {4}[A-Z_]+\("([a-z_.]+)",/gm)].map((match) => match[1]);
  expect(codes.length).toBeGreaterThan(20);
  expect([...problemCodes]).toEqual(expect.arrayContaining(codes));
});
