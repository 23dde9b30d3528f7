import { describe, expect, test } from "vitest";
import { differences, draftsOf, guardianBody, isBlank, noGuardian } from "./guardianDraft";

const known = { full_name: "Lucía Peña", phone: "+57 300 123 4567", email: null };

describe("a known person", () => {
  test("written with other accents, spaces and telephone punctuation is the same", () => {
    expect(differences(known, { full_name: "lucia  pena", phone: "300-123-4567", email: "" })).toEqual([]);
  });
  test("keeps their data, and the page says which differ", () => {
    expect(differences(known, { phone: "301 000 0000", email: "l@x.co" })).toEqual([
      { field: "phone", kept: "+57 300 123 4567", sent: "301 000 0000" },
      { field: "email", kept: "", sent: "l@x.co" },
    ]);
  });
});

describe("a guardian in a form", () => {
  test("of whom nothing is written is blank", () => {
    expect(isBlank(noGuardian(true))).toBe(true);
    expect(isBlank({ ...noGuardian(true), full_name: "Ana" })).toBe(false);
  });
  test("sends neither empty fields nor a confirmation that nobody gave", () => {
    const body = guardianBody({ ...noGuardian(false), full_name: "Ana" });
    expect(body).not.toHaveProperty("phone");
    expect(body).not.toHaveProperty("another_person");
    expect(guardianBody({ ...noGuardian(false), another_person: true })).toHaveProperty("another_person", true);
  });
  test("of a brother or sister comes with document, relationship and rights", () => {
    const link = { full_name: "Lucía", relationship: "madre", document_type: "CC", document_number: "1" } as const;
    expect(draftsOf([{ ...link, portal_access: true, is_active: true }])[0]).toMatchObject({
      document_number: "1",
      portal_access: true,
      has_custody: false,
    });
    expect(draftsOf([{ ...link, is_active: false }])).toEqual([]);
  });
});
