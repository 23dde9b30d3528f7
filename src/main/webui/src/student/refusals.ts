import { isProblem, type Problem } from "@/platform/api/problem";

/** A refusal of the service that names a rule; the page then offers a way on. */
export type Refusal = Omit<Problem, "reason"> & { reason: string; guardian_ids?: string[] };

/** The words at the field, by the rule that the request breaks. */
export const fieldWords = {
  "student.document_taken": "student.form.taken",
  "student.document_former": "student.form.former",
  "guardian.already_linked": "guardian.refused.alreadyLinked",
  "guardian.document_taken": "guardian.refused.documentTaken",
  "guardian.resembles_restricted": "guardian.refused.resembles",
  "guardian.primary_taken": "guardian.refused.primaryTaken",
} as const;

export type KnownReason = keyof typeof fieldWords;
export type KnownRefusal = Refusal & { reason: KnownReason };

/** The refusal, when it is one that the screens of students and guardians can say more about. */
export const refusalOf = (error: unknown): KnownRefusal | null =>
  isProblem(error) && error.status === 409 && error.reason !== undefined && error.reason in fieldWords
    ? (error as KnownRefusal)
    : null;

/** Which guardian of a request is refused, by the place of the violation; null for a request about one guardian. */
export function guardianOf({ violations }: Pick<Refusal, "violations">): number | null {
  const place = /^guardians\[(\d+)\]/.exec(violations[0]?.field ?? "")?.[1];
  return place === undefined ? null : Number(place);
}
