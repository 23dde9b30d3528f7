import "./words";
import { Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { day } from "@/platform/i18n/formats";
import { pieces, type Span } from "./calendar";
import classes from "./YearBar.module.css";

type Named = Span & { name: string };
type Props = { year: Named; periods: readonly Named[] };

/** The year as a bar with its periods, and the days between them that belong to none. Its words say the same. */
export function YearBar({ year, periods }: Props) {
  const { t } = useTranslation();
  const bar = pieces(year, periods);
  if (bar.length === 0) return null;
  const words = periods
    .filter(({ starts_on, ends_on }) => starts_on && ends_on)
    .map(({ name, starts_on, ends_on }) => `${name}, ${day(starts_on)} – ${day(ends_on)}`)
    .join("; ");
  return (
    <div>
      <div
        className={classes.bar}
        role="img"
        aria-label={t("school.year.barLabel", { year: year.name, periods: words })}
      >
        {bar.map(({ from, width, period }) => (
          <div
            key={from}
            className={classes.piece}
            data-shade={period === null ? "none" : period % 2}
            style={{ flexGrow: width }}
            title={period === null ? t("school.year.gap") : periods[period]?.name}
          >
            <span>{period === null ? "" : periods[period]?.name}</span>
          </div>
        ))}
      </div>
      <Group justify="space-between" mt={4}>
        <Text size="xs" c="dimmed">
          {day(year.starts_on)}
        </Text>
        <Text size="xs" c="dimmed">
          {day(year.ends_on)}
        </Text>
      </Group>
    </div>
  );
}
