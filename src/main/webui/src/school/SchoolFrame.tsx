import "./words";
import { Link, Outlet } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useCan } from "@/platform/permissions/permissions";
import { Screen } from "@/platform/ui/Screen";
import classes from "./SchoolFrame.module.css";

/** The school's configuration: its settings and its years, each under an address of its own. */
export function SchoolFrame() {
  const { t } = useTranslation();
  const can = useCan();
  return (
    <Screen title={t("school.title")}>
      <nav className={classes.tabs} aria-label={t("school.tabs")}>
        {can("updateSettings") ? (
          <Link to="/colegio" activeOptions={{ exact: true }} className={classes.tab}>
            {t("school.settings.tab")}
          </Link>
        ) : null}
        {can("listYears") ? (
          <Link to="/colegio/anios" className={classes.tab}>
            {t("school.years.tab")}
          </Link>
        ) : null}
      </nav>
      <Outlet />
    </Screen>
  );
}
