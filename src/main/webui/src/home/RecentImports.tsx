import "./words";
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api } from "@/platform/api/api";
import { moment } from "@/platform/i18n/formats";
import { AnchorLink } from "@/platform/ui/links";
import classes from "./Home.module.css";
import { Part } from "./Part";

/** The last lists that were imported; nothing while there is none. */
export function RecentImports() {
  const { t } = useTranslation();
  const { data } = api.useQuery("get", "/api/v1/students/imports", {
    params: { query: { page_size: 4, sort: "-imported_at" } },
  });
  if (!data?.items.length) return null;
  return (
    <Part
      title={t("home.imports")}
      link={
        <AnchorLink to="/estudiantes/importaciones" size="sm">
          {t("home.seeImports")}
        </AnchorLink>
      }
    >
      <ul className={classes.lines}>
        {data.items.map((one) => (
          <li key={one.id}>
            {t("home.importLine", {
              when: moment(one.imported_at),
              who: one.imported_by_name ?? "Athena",
              count: one.students,
            })}
            {one.taken_back_at ? (
              <Text span size="sm" c="dimmed">
                {" "}
                ({t("home.takenBack")})
              </Text>
            ) : null}
          </li>
        ))}
      </ul>
    </Part>
  );
}
