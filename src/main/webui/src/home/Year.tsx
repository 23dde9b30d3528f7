import "./words";
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { day } from "@/platform/i18n/formats";
import { useCan } from "@/platform/permissions/permissions";
import { AnchorLink } from "@/platform/ui/links";
import classes from "./Home.module.css";
import { Part } from "./Part";
import type { Summary } from "./useSummary";
import { daysBetween, share } from "./year";

/** Where the school stands in its year and in its period. */
export function Year({ summary: { today, year, period } }: { summary: Summary }) {
  const { t } = useTranslation();
  const can = useCan();
  const configure = can("createYear") ? (
    <AnchorLink to="/colegio" size="sm">
      {t("home.configureYear")}
    </AnchorLink>
  ) : null;
  if (!year) {
    return (
      <Part title={t("nav.years")} link={configure}>
        <Text size="sm">{t("home.noYear")}</Text>
      </Part>
    );
  }
  const left = daysBetween(today, year.ends_on);
  const past = share(year, year.starts_on, today);
  const now = period ? share(year, period.starts_on, period.ends_on) : null;
  return (
    <Part title={t("home.year", { name: year.name })}>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" className={classes.bar} aria-hidden>
        <rect width={100} height={8} className={classes.ground} />
        {now ? <rect x={now.from * 100} width={(now.to - now.from) * 100} height={8} className={classes.past} /> : null}
        <rect width={past.to * 100} height={8} className={classes.now} />
      </svg>
      <Text size="sm">
        {t("home.yearText", { from: day(year.starts_on), to: day(year.ends_on) })}.{" "}
        {left === 0 ? t("home.yearLastDay") : t("home.yearLeft", { count: left })}.
      </Text>
      <Text size="sm" c="dimmed">
        {period ? t("home.period", { name: period.name, to: day(period.ends_on) }) : t("home.noPeriod")}
      </Text>
    </Part>
  );
}
