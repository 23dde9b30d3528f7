import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./Facts.module.css";

/** A name and what is known; null where nothing is. */
export type Fact = [name: string, value: ReactNode];

/** What is known of a row, by name. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  const { t } = useTranslation();
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value || (
              <Text span c="dimmed">
                {t("ui.none")}
              </Text>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
