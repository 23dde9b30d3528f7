import "./words";
import { Button, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/platform/api/api";
import { day, number } from "@/platform/i18n/formats";
import { length } from "./calendar";
import classes from "./PeriodTable.module.css";

type Period = Schemas["Period"];
type Props = {
  periods: readonly Period[];
  onEdit?: (period: Period) => void;
  onRemove?: (period: Period) => void;
};

/** The periods in their order; on a phone one below the other. */
export function PeriodTable({ periods, onEdit, onRemove }: Props) {
  const { t } = useTranslation();
  return (
    <ul className={classes.list}>
      {periods.map((period) => (
        <li key={period.id} className={classes.row}>
          <Text fw={600}>{period.name}</Text>
          <div>
            <Text size="sm">
              {day(period.starts_on)} – {day(period.ends_on)}
            </Text>
            <Text size="xs" c="dimmed">
              {t("school.period.days", { count: length(period) })}
            </Text>
          </div>
          <Text size="sm">
            {period.weight === null ? null : `${t("school.period.weightShort")}: ${number(period.weight)} %`}
          </Text>
          <Group gap="xs" justify="flex-end">
            {onEdit ? (
              <Button
                variant="default"
                size="compact-sm"
                aria-label={`${t("school.period.edit")}: ${period.name}`}
                onClick={() => onEdit(period)}
              >
                {t("school.period.edit")}
              </Button>
            ) : null}
            {onRemove ? (
              <Button
                variant="subtle"
                color="red"
                size="compact-sm"
                aria-label={`${t("school.period.remove")}: ${period.name}`}
                onClick={() => onRemove(period)}
              >
                {t("school.period.remove")}
              </Button>
            ) : null}
          </Group>
        </li>
      ))}
    </ul>
  );
}
