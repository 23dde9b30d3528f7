import { useTranslation } from "react-i18next";
import { failureOf } from "@/platform/api/problem";
import { violationWords } from "./form/violations";

/**
 * Gives the words for what went wrong: the rule that a conflict names, else the kind of problem. Faults of fields that no form shows
 * follow in full, so that nobody looks for a mark that is not there.
 */
export function useSentence() {
  const { t } = useTranslation();
  return (error: unknown): string => {
    const failure = failureOf(error);
    if ("reason" in failure && failure.reason) return t(`reason.${failure.reason}`);
    const faults = failure.violations.map((violation) => `${violation.field}: ${violationWords(violation)}`);
    return [t(`problem.${failure.code}`), ...faults].join(" ");
  };
}
