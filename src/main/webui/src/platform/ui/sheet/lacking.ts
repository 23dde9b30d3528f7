import type { Violation } from "@/platform/api/problem";

/** The columns that a file does not have although its rows need them; each row without them is a fault of its own. */
export const lacking = (columns: readonly { field: string }[], faults: readonly Violation[]): string[] => {
  const has = new Set(columns.map(({ field }) => field));
  return [
    ...new Set(
      faults.filter(({ code, field }) => code === "required" && field && !has.has(field)).map(({ field }) => field),
    ),
  ];
};

/** The faults without those of columns that the file does not have, which are told once. */
export const besides = (missing: readonly string[], faults: readonly Violation[]): Violation[] =>
  faults.filter(({ code, field }) => code !== "required" || !missing.includes(field));
