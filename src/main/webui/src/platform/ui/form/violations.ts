import type { Violation } from "@/platform/api/problem";

/** Gives the words of a violation in the language of the page. */
export function useViolationWords() {
  return (violation: Violation): string => violation.message;
}
