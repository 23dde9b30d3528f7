import type { Schemas } from "@/platform/api/api";

export type StaffImport = Schemas["StaffImport"];

/** As many bytes as the service takes. */
const LARGEST = 1024 * 1024;

export type FileFault = "tooLarge" | "unknownType" | null;

/** What is wrong with a file before it is sent. */
export function fileFault({ name, size }: { name: string; size: number }): FileFault {
  if (!/\.(xlsx|csv|txt)$/i.test(name)) return "unknownType";
  return size > LARGEST ? "tooLarge" : null;
}

/** The type with which a file is sent; the service looks into its first bytes all the same. */
export const typeOf = (name: string) =>
  /\.xlsx$/i.test(name) ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv";

/** The number of a row out of the place of a fault, as the spreadsheet shows it. */
export const rowOf = (place: string) => place.replace(/\D+/g, "");

/** Whom an import would invite; nobody while a row has a fault, because all are invited or none. */
export const ready = ({ faulty_rows, new_people }: StaffImport) => (faulty_rows > 0 ? 0 : new_people);

/** Whether rows of people who are in the school are all that is wrong, which leaving them out mends. */
export const onlyKnown = ({ faults, more_faults, known_people }: StaffImport) =>
  known_people > 0 && more_faults === 0 && faults.every(({ code }) => code === "known");
