import { Kbd, UnstyledButton } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./Finder.module.css";
import { openFinder } from "./FinderKeys";

/** Opens the finder: in the header of a wide screen, and in the menu of a phone. */
export function FinderButton({ phone = false }: { phone?: boolean }) {
  const { t } = useTranslation();
  return (
    <UnstyledButton
      className={`${classes.open} ${phone ? classes.phone : ""}`}
      {...(phone ? { hiddenFrom: "sm" } : { visibleFrom: "sm" })}
      aria-label={t("app.find")}
      aria-keyshortcuts="Control+K"
      onClick={() => openFinder("finder")}
    >
      <IconSearch size={16} aria-hidden />
      {t("app.findShort")}
      {phone ? null : <Kbd size="xs">Ctrl K</Kbd>}
    </UnstyledButton>
  );
}
