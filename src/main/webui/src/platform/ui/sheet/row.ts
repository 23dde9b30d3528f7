import type { Violation } from "@/platform/api/problem";

/** The number of the row that a fault names (`row 17`); null for the file as a whole. */
export function rowOf(fault: Pick<Violation, "in">): number | null {
  const row = /^row (\d+)/.exec(fault.in)?.[1];
  return row ? Number(row) : null;
}
