import { describe, expect, test } from "vitest";
import { genders, noStudent, patchOf, studentBody } from "./studentValues";

describe("a student", () => {
  test("that is changed sends null for a field that was emptied, and leaves the service to refuse a missing name", () => {
    expect(patchOf({ middle_name: "", first_name: "", gender: "femenino" })).toEqual({
      middle_name: null,
      first_name: "",
      gender: "femenino",
    });
  });
  test("that is new leaves out what is not given", () => {
    const body = studentBody({ ...noStudent, first_name: "Ana", guardians: [] }, false);
    expect(body).toEqual({ document_type: "TI", document_number: "", first_name: "Ana", last_name: "" });
    expect(studentBody({ ...noStudent, guardians: [] }, true).accept_former_document).toBe(true);
  });
});

describe("the gender", () => {
  test("keeps the spelling that stands there", () => {
    expect(genders("F").usual[0]).toEqual({ value: "F", label: "female" });
    expect(genders("F").other).toBeNull();
  });
  test("keeps a value that the page does not know", () => expect(genders("trans").other).toBe("trans"));
});
