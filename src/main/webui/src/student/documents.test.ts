import { describe, expect, test } from "vitest";
import { formerDocuments, plainNumber, sameDocument } from "./documents";

const document = (document_type: string, document_number: string) => ({ document_type, document_number });

describe("documents", () => {
  test("are compared without dots, commas and spaces", () => {
    expect(plainNumber(" 1.020.304 050 ")).toBe("1020304050");
    expect(sameDocument(document("CC", "52.123.456"), document("CC", "52123456"))).toBe(true);
  });
  test("have one national number under every national type", () => {
    expect(sameDocument(document("TI", "1020304050"), document("CC", "1020304050"))).toBe(true);
  });
  test("of other types count by their type", () => {
    expect(sameDocument(document("PASSPORT", "ab12345"), document("PASSPORT", "AB12345"))).toBe(true);
    expect(sameDocument(document("PASSPORT", "12345"), document("CE", "12345"))).toBe(false);
  });
  test("of before come with the latest first", () => {
    const history = [
      { document_type: "RC", document_number: "1", until: "2020-01-01T00:00:00Z" },
      { document_type: "TI", document_number: "1", until: "2024-01-01T00:00:00Z" },
    ];
    expect(formerDocuments(history).map((one) => one.document_type)).toEqual(["TI", "RC"]);
    expect(formerDocuments(undefined)).toEqual([]);
  });
});
