import { expect, test } from "vitest";
import { fileFault, onlyKnown, ready, rowOf, type StaffImport, typeOf } from "./staffFile";

const answer = (one: Partial<StaffImport>) =>
  ({ faults: [], more_faults: 0, faulty_rows: 0, known_people: 0, new_people: 3, ...one }) as StaffImport;

test("a file that the service would refuse is not sent", () => {
  expect(fileFault({ name: "lista.pdf", size: 10 })).toBe("unknownType");
  expect(fileFault({ name: "lista.XLSX", size: 2_000_000 })).toBe("tooLarge");
  expect(fileFault({ name: "lista.csv", size: 10 })).toBeNull();
});

test("the type follows the name", () => {
  expect(typeOf("a.XLSX")).toContain("spreadsheetml");
  expect(typeOf("a.csv")).toBe("text/csv");
});

test("the row of a fault is that of the spreadsheet", () => {
  expect(rowOf("row 17")).toBe("17");
});

test("nobody is invited while a row has a fault", () => {
  expect(ready(answer({}))).toBe(3);
  expect(ready(answer({ faulty_rows: 1 }))).toBe(0);
});

test("known people alone can be left out", () => {
  const known = { field: "email", in: "row 3", message: "", code: "known" } as const;
  expect(onlyKnown(answer({ known_people: 1, faults: [known] }))).toBe(true);
  expect(onlyKnown(answer({ known_people: 1, faults: [known, { ...known, code: "required" }] }))).toBe(false);
  expect(onlyKnown(answer({}))).toBe(false);
});
