import { expect, test } from "vitest";
import { onlyKnown, ready, type StaffImport } from "./staffFile";

const answer = (one: Partial<StaffImport>) =>
  ({ faults: [], more_faults: 0, faulty_rows: 0, known_people: 0, new_people: 3, ...one }) as StaffImport;

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
