import type { Schemas } from "@/platform/api/api";
import { type GuardianDraft, guardianBody } from "./guardianDraft";

/** The fields of a student as a form holds them: what is not given is an empty text. */
export type StudentValues = {
  document_type: Schemas["DocumentType"];
  document_number: string;
  first_name: string;
  middle_name: string;
  last_name: string;
  second_last_name: string;
  birth_date: string;
  gender: string;
};

export const noStudent: StudentValues = {
  document_type: "TI",
  document_number: "",
  first_name: "",
  middle_name: "",
  last_name: "",
  second_last_name: "",
  birth_date: "",
  gender: "",
};

export const valuesOf = (student: Schemas["Student"]): StudentValues => ({
  document_type: student.document_type ?? "TI",
  document_number: student.document_number ?? "",
  first_name: student.first_name,
  middle_name: student.middle_name ?? "",
  last_name: student.last_name,
  second_last_name: student.second_last_name ?? "",
  birth_date: student.birth_date ?? "",
  gender: student.gender ?? "",
});

const clearable = ["middle_name", "second_last_name", "birth_date", "gender"];

/** What a change sends: an empty field that may be without value is null. */
export const patchOf = (changed: Partial<StudentValues>): Schemas["StudentPatch"] =>
  Object.fromEntries(
    Object.entries(changed).map(([field, value]) => [field, value === "" && clearable.includes(field) ? null : value]),
  );

export type NewStudentValues = StudentValues & { guardians: GuardianDraft[] };

/** What a new student sends: fields that are not given are left out. */
export function studentBody({ guardians, ...values }: NewStudentValues, acceptFormer: boolean): Schemas["NewStudent"] {
  const given = Object.entries(values).filter(([field, value]) => value !== "" || !clearable.includes(field));
  return {
    ...(Object.fromEntries(given) as StudentValues),
    ...(guardians.length ? { guardians: guardians.map(guardianBody) } : {}),
    ...(acceptFormer ? { accept_former_document: true } : {}),
  };
}

/** The values of the field for the gender: the usual ones, and what stands there already in another spelling. */
export function genders(current: string) {
  const usual = [
    { value: "femenino", label: "female", also: ["f"] },
    { value: "masculino", label: "male", also: ["m"] },
    { value: "no binario", label: "nonBinary", also: ["nb"] },
  ] as const;
  const same = (one: (typeof usual)[number]) =>
    one.value === current.toLowerCase() || (one.also as readonly string[]).includes(current.toLowerCase());
  const known = usual.some(same);
  return {
    usual: usual.map((one) => ({ value: current && same(one) ? current : one.value, label: one.label })),
    other: known || !current ? null : current,
  };
}
