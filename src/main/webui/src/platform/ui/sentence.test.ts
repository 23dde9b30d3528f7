import { readFileSync } from "node:fs";
import i18next from "i18next";
import { beforeAll, expect, test } from "vitest";
import type { Problem, Violation } from "@/platform/api/problem";
import { platform } from "@/platform/i18n/words.es";
import { sentenceOf } from "./sentence";

beforeAll(() => i18next.init({ lng: "es", resources: { es: { translation: platform } } }));

type Schema = { type?: string; properties?: Record<string, unknown> };
const { schemas } = JSON.parse(readFileSync("../resources/openapi.json", "utf8")).components;
const fields = [
  ...new Set(Object.values(schemas as Record<string, Schema>).flatMap((one) => Object.keys(one.properties ?? {}))),
];

const refusal = (...violations: Violation[]) =>
  ({ code: "request.invalid", status: 400, request_id: "1", violations }) as unknown as Problem;
const fault = (field: string): Violation => ({
  field,
  in: "body",
  code: "before_start",
  message: "must not be before",
});

test("no sentence has the name that the service has for a field", () => {
  expect(fields.length).toBeGreaterThan(100);
  for (const field of [...fields, "restriction.to", "guardians[0].phone"]) {
    expect(sentenceOf(refusal(fault(field)), i18next.t)).toBe(
      "Revise los campos marcados. No puede ser anterior al comienzo.",
    );
  }
});

test("the same fault of two fields is told once", () => {
  expect(sentenceOf(refusal(fault("a"), fault("b")), i18next.t)).toMatch(/^[^.]+\. No puede[^.]+\.$/);
});
