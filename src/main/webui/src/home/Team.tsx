import "./words";
import { Text } from "@mantine/core";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { number } from "@/platform/i18n/formats";
import { AnchorLink } from "@/platform/ui/links";
import classes from "./Home.module.css";
import { Part } from "./Part";
import type { Summary } from "./useSummary";

/** Who works in the school, by role. */
export function Team({ staff }: { staff: NonNullable<Summary["staff"]> }) {
  const { t } = useTranslation();
  const roles = staff.by_role.filter(({ members }) => members > 0);
  const most = Math.max(1, ...roles.map(({ members }) => members));
  return (
    <Part title={t("home.team")} link={<People />}>
      <dl className={classes.roles}>
        {roles.map(({ role, members }) => (
          <Fragment key={role}>
            <Text size="sm" component="dt">
              {t(`home.roles.${role as "rector"}`, { defaultValue: role })}
            </Text>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" className={classes.bar} aria-hidden>
              <rect width={(members / most) * 100} height={8} className={classes.now} />
            </svg>
            <Text size="sm" fw={600} component="dd" m={0}>
              {number(members)}
            </Text>
          </Fragment>
        ))}
      </dl>
    </Part>
  );
}

/** Invitations that nobody has answered, and mails that did not go. */
export function Invitations({ invitations }: { invitations: NonNullable<Summary["invitations"]> }) {
  const { t } = useTranslation();
  const lines = [
    ["mailFailed", invitations.mail_failed],
    ["open", invitations.open],
    ["expired", invitations.expired],
    ["mailWaiting", invitations.mail_waiting],
  ] as const;
  const some = lines.filter(([, count]) => count > 0);
  return (
    <Part title={t("home.invitations")} link={<People />}>
      {some.length ? (
        <ul className={classes.lines}>
          {some.map(([name, count]) => (
            <li key={name}>{t(`home.${name}`, { count })}</li>
          ))}
        </ul>
      ) : (
        <Text size="sm">{t("home.noInvitations")}</Text>
      )}
    </Part>
  );
}

function People() {
  const { t } = useTranslation();
  return (
    <AnchorLink to="/personas" size="sm">
      {t("home.seePeople")}
    </AnchorLink>
  );
}
