import "./words";
import { Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/platform/api/api";
import { moment } from "@/platform/i18n/formats";
import { AnchorLink } from "@/platform/ui/links";
import { PlainTable } from "@/platform/ui/PlainTable";

type Props = {
  changes: readonly Schemas["GuardianEMailChange"][];
  /** How many there are besides. */
  more: number;
};

/** Guardians whose e-mail somebody has changed: whoever reads the mail gets the guardian's account. */
export function ChangedEMails({ changes, more }: Props) {
  const { t } = useTranslation();
  if (changes.length === 0) return null;
  return (
    <Stack gap="xs">
      <Text fw={600} size="sm">
        {t("person.invite.changedEmailsTitle")}
      </Text>
      <Text size="sm" c="dimmed">
        {t("person.invite.changedEmailsText")}
      </Text>
      <PlainTable label={t("person.invite.changedEmailsTitle")}>
        <thead>
          <tr>
            <th>{t("person.invite.guardian")}</th>
            <th>{t("person.invite.children")}</th>
            <th>{t("person.invite.emailNow")}</th>
            <th>{t("person.invite.emailBefore")}</th>
            <th>{t("person.invite.changedBy")}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.guardian_id}>
              <td>
                <AnchorLink to="/acudientes/$guardianId" params={{ guardianId: change.guardian_id }} target="_blank">
                  {change.full_name}
                </AnchorLink>
              </td>
              <td>{change.children.join(", ")}</td>
              <td>{change.email}</td>
              <td>{change.email_before ?? t("ui.none")}</td>
              <td>
                {change.changed_by_name ?? t("person.nameless")}, {moment(change.changed_at)}
              </td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
      {more > 0 ? (
        <Text size="sm" fw={600}>
          {t("person.invite.moreChangedEmails", { count: more })}
        </Text>
      ) : null}
    </Stack>
  );
}
