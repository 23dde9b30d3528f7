import "./words";
import { Alert, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { moment, time } from "@/platform/i18n/formats";
import { later, type Membership } from "./invitation";

/** What became of an open invitation and of its mail, with the reason when it did not go out. */
export function InvitationNote({ membership }: { membership: Membership }) {
  const { t } = useTranslation();
  const { invitation } = membership;
  if (!invitation) return null;
  const { mail, mail_fault, mailed_at, next_attempt_at, expires_at, expired, declined_at } = invitation;
  if (declined_at && !mail) {
    return <Text size="sm">{t("person.invitation.declinedAt", { at: moment(declined_at) })}</Text>;
  }
  return (
    <Stack gap={6}>
      {membership.status === "active" ? <Text size="sm">{t("person.invitation.asked")}</Text> : null}
      {mailed_at ? <Text size="sm">{t("person.invitation.sentAt", { at: moment(mailed_at) })}</Text> : null}
      <Text size="sm" c="dimmed">
        {expired
          ? t("person.invitation.expiredAt", { at: moment(expires_at) })
          : t("person.invitation.until", { at: moment(expires_at) })}
      </Text>
      {mail_fault ? (
        <Alert color={mail === "failed" ? "red" : "yellow"}>
          {t(`person.fault.${mail_fault}`)}{" "}
          {next_attempt_at && later(next_attempt_at, Date.now())
            ? t("person.invitation.nextAt", { at: time(next_attempt_at) })
            : null}
        </Alert>
      ) : null}
    </Stack>
  );
}
