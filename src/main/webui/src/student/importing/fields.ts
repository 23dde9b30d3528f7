import "./words";
import { useTranslation } from "react-i18next";
import type { importing } from "./words.es";

type OfStudent = keyof typeof importing.fields;
type OfGuardian = keyof typeof importing.guardianFields;

const student: readonly string[] = [
  "document_type",
  "document_number",
  "first_name",
  "middle_name",
  "last_name",
  "second_last_name",
  "birth_date",
  "gender",
] satisfies OfStudent[];

/** A column of a guardian (`guardian2_phone`) as the number of the guardian and the field. */
export function ofGuardian(column: string): { guardian: string; field: string } | null {
  const parts = /^guardian(\d)_(\w+)$/.exec(column);
  return parts?.[1] && parts[2] ? { guardian: parts[1], field: parts[2] } : null;
}

/** Gives what people call a column of the list; a column that the page does not know keeps its name. */
export function useFieldName(): (column: string) => string {
  const { t } = useTranslation();
  return (column) => {
    if (student.includes(column)) return t(`importing.fields.${column as OfStudent}`);
    const guardian = ofGuardian(column);
    if (!guardian) return column;
    const field = t(`importing.guardianFields.${guardian.field as OfGuardian}`, { defaultValue: guardian.field });
    return t("importing.ofGuardian", { guardian: guardian.guardian, field });
  };
}
