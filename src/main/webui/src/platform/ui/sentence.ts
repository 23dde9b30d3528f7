import { useTranslation } from "react-i18next";
import { failureOf } from "@/platform/api/problem";

/** Gives the words for what went wrong. A violation that belongs to no field on the screen is told in full. */
export function useSentence() {
  const { t } = useTranslation();
  return (error: unknown): string => {
    const failure = failureOf(error);
    return t(`problem.${failure.code}`);
  };
}
