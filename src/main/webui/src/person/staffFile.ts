import type { Schemas } from "@/platform/api/api";

export type StaffImport = Schemas["StaffImport"];

/** As many bytes as the service takes. */
export const LARGEST = 1_048_576;

/** Whom an import would invite; nobody while a row has a fault, because all are invited or none. */
export const ready = ({ faulty_rows, new_people }: StaffImport) => (faulty_rows > 0 ? 0 : new_people);

/** Whether rows of people who are in the school are all that is wrong, which leaving them out mends. */
export const onlyKnown = ({ faults, more_faults, known_people }: StaffImport) =>
  known_people > 0 && more_faults === 0 && faults.every(({ code }) => code === "known");
