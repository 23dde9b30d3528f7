import { UnstyledButton } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type entries as entriesOf, isAt } from "./menu";
import classes from "./Shell.module.css";

type Props = { entries: ReturnType<typeof entriesOf>; address: string; onMore: () => void };

/** On a phone the first entries are within the thumb's reach; the others open with the last button. */
export function PhoneBar({ entries, address, onMore }: Props) {
  const { t } = useTranslation();
  const shown = entries.length > 4 ? entries.slice(0, 3) : entries;
  return (
    <nav className={classes.bar} aria-label={t("app.menu")}>
      {shown.map(({ to, label, icon: Icon }) => (
        <Link key={to} to={to} className={classes.tab} data-active={isAt(address, to) || undefined}>
          <Icon size={22} stroke={1.7} aria-hidden />
          {t(`nav.${label}`)}
        </Link>
      ))}
      {entries.length > 4 ? (
        <UnstyledButton className={classes.tab} onClick={onMore}>
          <IconDots size={22} stroke={1.7} aria-hidden />
          {t("app.menu")}
        </UnstyledButton>
      ) : null}
    </nav>
  );
}
