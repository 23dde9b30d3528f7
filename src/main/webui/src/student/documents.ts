import type { Schemas } from "@/platform/api/api";

export type DocumentType = Schemas["DocumentType"];

/** The types of documents in the order in which a school meets them. */
export const documentTypes = [
  "TI",
  "RC",
  "CC",
  "NUIP",
  "PPT",
  "CE",
  "PASSPORT",
  "PEP",
  "NES",
  "NIP",
  "CABILDO",
  "VISA",
  "TMF",
] as const satisfies readonly DocumentType[];

export type DocumentOf = { document_type: string; document_number: string };

const national: readonly string[] = ["TI", "RC", "CC", "NUIP"];

/** A number as the service keeps it: without spaces, dots and commas, in capitals. */
export const plainNumber = (typed: string) => typed.replace(/[\s.,]/g, "").toUpperCase();

/** Whether two documents are the same one. The national number stays the same while a child's document changes with age. */
export function sameDocument(one: DocumentOf, other: DocumentOf): boolean {
  const kind = (type: string) => (national.includes(type) ? "national" : type);
  return (
    kind(one.document_type) === kind(other.document_type) &&
    plainNumber(one.document_number) === plainNumber(other.document_number)
  );
}

/** An earlier document of a student. */
export type FormerDocument = DocumentOf & { until: string };

/** The earlier documents out of a student's history, the latest first. */
export function formerDocuments(history: readonly Record<string, unknown>[] = []): FormerDocument[] {
  return history
    .map(({ document_type, document_number, until }) => ({
      document_type: String(document_type ?? ""),
      document_number: String(document_number ?? ""),
      until: String(until ?? ""),
    }))
    .reverse();
}
