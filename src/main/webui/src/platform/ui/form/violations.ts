import type { Violation } from "@/platform/api/problem";
import { sentences } from "@/platform/i18n/faults.es";
import { day, number } from "@/platform/i18n/formats";
import { language } from "@/platform/i18n/i18n";

/** The words of a violation in the language of the page; the service's own message is English. */
export function violationWords({ code, message, params }: Violation): string {
  if (language() === "en") return message;
  // A service that is newer than this page may know other faults.
  const sentence: string | undefined = sentences[code];
  return sentence === undefined ? message : fill(sentence, params ?? {});
}

/** Gives {@link violationWords} to a component, which draws anew when the language changes. */
export const useViolationWords = () => violationWords;

/** Writes the parameters at their names in braces; a list is written with commas. */
function fill(sentence: string, params: Record<string, unknown>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined || value === null) return whole;
    return Array.isArray(value) ? value.join(", ") : shown(name, value);
  });
}

/** A bound as the page writes days and numbers; the number of a row stays as the spreadsheet shows it. */
function shown(name: string, value: unknown): string {
  if (typeof value === "number" && name !== "row") return number(value);
  return typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) ? day(value) : String(value);
}
