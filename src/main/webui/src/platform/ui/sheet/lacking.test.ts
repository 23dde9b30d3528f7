import { expect, test } from "vitest";
import type { Violation } from "@/platform/api/problem";
import { besides, lacking } from "./lacking";

const fault = (row: number, field: string, code: Violation["code"] = "required"): Violation => ({
  field,
  in: `row ${row}`,
  code,
  message: "",
});
const columns = [{ field: "first_name" }, { field: "guardian1_full_name" }];
const faults = [
  fault(2, "guardian1_document_number"),
  fault(2, "guardian1_relationship"),
  fault(3, "guardian1_document_number"),
  fault(3, "first_name"),
  fault(4, "", "hidden_row"),
];

test("columns that the file does not have are told once, and cells that are blank each", () => {
  const missing = lacking(columns, faults);
  expect(missing).toEqual(["guardian1_document_number", "guardian1_relationship"]);
  expect(besides(missing, faults)).toEqual([fault(3, "first_name"), fault(4, "", "hidden_row")]);
});
