import "./words";
import { Text, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { number } from "@/platform/i18n/formats";
import classes from "./PeriodRows.module.css";
import { type PeriodFields, sumOf, weightOf } from "./periodFaults";

type Props = {
  periods: readonly PeriodFields[];
  /** The words for the faults of each period, by field. */
  faults: readonly Record<string, string>[];
  onChange: (periods: PeriodFields[]) => void;
};

const fields = ["name", "starts_on", "ends_on", "weight"] as const;

/** The proposed periods of a year that is not saved yet, one in each row. */
export function PeriodRows({ periods, faults, onChange }: Props) {
  const { t } = useTranslation();
  const set = (place: number, field: keyof PeriodFields, value: string) =>
    onChange(periods.map((period, other) => (other === place ? { ...period, [field]: value } : period)));
  return (
    <div className={classes.rows}>
      {periods.map((period, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows never change their places
        <fieldset key={place} className={classes.row}>
          <legend className={classes.legend}>{period.name}</legend>
          {fields.map((field) => (
            <TextInput
              key={field}
              label={field === "weight" ? t("school.period.weight") : t(`school.period.${field}`)}
              required={field !== "weight"}
              maxLength={field === "name" ? 60 : 10}
              value={period[field]}
              error={faults[place]?.[field]}
              onChange={(event) => set(place, field, event.currentTarget.value)}
              {...(field === "weight" ? { inputMode: "decimal" } : {})}
              {...(field === "starts_on" || field === "ends_on" ? { type: "date" } : {})}
            />
          ))}
        </fieldset>
      ))}
      <WeightSum weights={periods.map(({ weight }) => weightOf(weight))} />
    </div>
  );
}

/** What the weights add up to, once every period has one. */
export function WeightSum({ weights }: { weights: readonly (number | null)[] }) {
  const { t } = useTranslation();
  const sum = sumOf(weights);
  if (sum === null) return null;
  return (
    <Text size="sm" {...(sum === 100 ? { c: "dimmed" } : { fw: 600 })} aria-live="polite">
      {sum === 100 ? t("school.period.sumRight") : t("school.period.sum", { sum: number(sum) })}
    </Text>
  );
}
