import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { failureOf } from "@/platform/api/problem";
import { violationWords } from "./form/violations";

/**
 * The words for what went wrong: the rule that a conflict names, else the kind of problem. Faults of fields that no form shows follow,
 * without the names that the service has for its fields: nobody finds those on the screen.
 */
export function sentenceOf(error: unknown, t: TFunction): string {
  const failure = failureOf(error);
  if ("reason" in failure && failure.reason) return t(`reason.${failure.reason}`);
  return [t(`problem.${failure.code}`), ...new Set(failure.violations.map(violationWords))].join(" ");
}

/** Gives {@link sentenceOf} to a component, which draws anew when the language changes. */
export function useSentence() {
  const { t } = useTranslation();
  return (error: unknown): string => sentenceOf(error, t);
}
