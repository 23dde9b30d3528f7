import { faults } from "@/platform/api/faults";
import type { Violation } from "@/platform/api/problem";
import { language } from "@/platform/i18n/i18n";

type Params = Readonly<Record<string, unknown>>;

/** A fault of a file in the language of the page. The sentences are those of the list of faults that the service writes. */
export function faultSentence(fault: Violation & { params?: Params }): string {
  const spanish = language() === "es" ? faults[fault.code ?? ""] : undefined;
  return (spanish && filled(spanish, fault.params ?? {})) ?? firstLarge(fault.message);
}

/** The sentence with its values; null when one is missing. */
export function filled(sentence: string, params: Params): string | null {
  let complete = true;
  const text = sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) complete = false;
    return Array.isArray(value) ? value.join(", ") : String(value);
  });
  return complete ? text : null;
}

const firstLarge = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** The number of the row that a fault names (`row 17`); null for the file as a whole. */
export function rowOf(fault: Pick<Violation, "in">): number | null {
  const row = /^row (\d+)/.exec(fault.in)?.[1];
  return row ? Number(row) : null;
}
