import { Button } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { IconPrinter } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { moment } from "@/platform/i18n/formats";
import { useMe } from "@/platform/permissions/permissions";
import classes from "./Printed.module.css";

type Props = {
  title: string;
  lead?: ReactNode;
  /** False while something is still on its way; nothing is printed then. */
  ready: boolean;
  children: ReactNode;
};

/** A page for the printer: the school, the title and the moment above it, black on white. The browser also makes a PDF of it. */
export function Printed({ title, lead, ready, children }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const [now] = useState(() => new Date().toISOString());
  useDocumentTitle(`${title} · Athena`);
  const school = me.memberships.find((one) => one.school_id === me.school_id)?.school_name ?? "";
  return (
    <main className={classes.paper}>
      <div className={classes.page}>
        <div className={`${classes.bar} no-print`}>
          <Button leftSection={<IconPrinter size={18} />} disabled={!ready} onClick={() => window.print()}>
            {t("ui.print")}
          </Button>
        </div>
        <header className={classes.head}>
          <div>
            <div>{school}</div>
            <h1>{title}</h1>
            <div>{lead}</div>
          </div>
          <div>{t("ui.printedOn", { moment: moment(now) })}</div>
        </header>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls on a phone has to be reachable by the keyboard */}
        <section className={classes.scroll} aria-label={title} tabIndex={0}>
          {children}
        </section>
      </div>
    </main>
  );
}
