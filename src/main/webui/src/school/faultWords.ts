import { useTranslation } from "react-i18next";
import { failureOf } from "@/platform/api/problem";
import { day } from "@/platform/i18n/formats";
import type { PeriodFaults } from "./periodFaults";

/** Why the service refused with 409, in its own word; none for any other failure. */
export function reasonOf(error: unknown): string | null {
  const failure = failureOf(error);
  return "reason" in failure && typeof failure.reason === "string" ? failure.reason : null;
}

/** Gives the words for the faults of a period, by its fields. */
export function usePeriodWords() {
  const { t } = useTranslation();
  return (faults: PeriodFaults): Record<string, string> =>
    Object.fromEntries(
      Object.entries(faults).map(([field, fault]) => {
        if (fault.word === "weightWrong") return [field, t("school.period.weightWrong")];
        if (fault.word === "outside") {
          return [field, t("school.fault.outside", { from: day(fault.from), to: day(fault.to) })];
        }
        return [field, t(`school.fault.${fault.word}`, { name: "name" in fault ? fault.name : "" })];
      }),
    );
}
