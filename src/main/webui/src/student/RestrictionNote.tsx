import "./guardianWords";
import { Alert, Text } from "@mantine/core";
import { IconShieldExclamation } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { day } from "@/platform/i18n/formats";
import { type Restriction, stateOf, today } from "./restrictions";

const colors = { now: "red", later: "orange", over: "gray" } as const;

/** A guardian's restriction: whether it applies today, what it says, and what that means at the door. */
export function RestrictionNote({ restriction }: { restriction: Restriction }) {
  const { t } = useTranslation();
  const state = stateOf(restriction, today());
  const from = restriction.from ? day(restriction.from) : "";
  return (
    <Alert
      color={colors[state]}
      variant={state === "now" ? "filled" : "light"}
      icon={<IconShieldExclamation />}
      // On the full red of a restriction in force the title is white as well, in light and dark.
      {...(state === "now" ? { styles: { label: { color: "inherit" } } } : {})}
      title={t(`guardian.restriction.${state}`, { from })}
    >
      <Text size="sm" style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>
        {restriction.text}
      </Text>
      <Text size="sm">{useDays(restriction)}</Text>
      {state === "now" ? (
        <Text size="sm" fw={600}>
          {t("guardian.restriction.nowHint")}
        </Text>
      ) : null}
    </Alert>
  );
}

/** The days of a restriction in words. */
export function useDays({ from, to }: Restriction): string {
  const { t } = useTranslation();
  if (from && to) return t("guardian.restriction.days", { from: day(from), to: day(to) });
  if (to) return t("guardian.restriction.until", { to: day(to) });
  return from ? t("guardian.restriction.since", { from: day(from) }) : t("guardian.restriction.always");
}
