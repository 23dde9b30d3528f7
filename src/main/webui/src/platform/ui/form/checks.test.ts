import i18next from "i18next";
import { beforeAll, expect, test } from "vitest";
import { platform } from "@/platform/i18n/words.es";
import { type Checked, faultOf } from "./checks";

beforeAll(() => i18next.init({ lng: "es", resources: { es: { translation: platform } } }));

const input = (change: Omit<Partial<Checked>, "validity">, wrong: Partial<Checked["validity"]> = {}): Checked => ({
  type: "text",
  value: "x",
  required: false,
  ...change,
  validity: {
    valid: Object.keys(wrong).length === 0,
    badInput: false,
    typeMismatch: false,
    rangeUnderflow: false,
    rangeOverflow: false,
    ...wrong,
  },
});

test("what is right has no fault", () => expect(faultOf(input({ required: true }))).toBeNull());

test("blanks alone are nothing", () => expect(faultOf(input({ value: "  ", required: true }))).toBe("Falta el dato."));

test("an e-mail, a date and their bounds are told in words", () => {
  expect(faultOf(input({ type: "email" }, { typeMismatch: true }))).toMatch(/correo/);
  expect(faultOf(input({ type: "date", value: "" }, { badInput: true }))).toMatch(/fecha/);
  expect(faultOf(input({ type: "date", min: "2026-12-10" }, { rangeUnderflow: true }))).toMatch(/10.*dic.*2026/);
  expect(faultOf(input({ type: "date", max: "2026-01-05" }, { rangeOverflow: true }))).toMatch(/5.*ene.*2026/);
  expect(faultOf(input({ type: "number", max: "99" }, { rangeOverflow: true }))).toMatch(/99/);
});
