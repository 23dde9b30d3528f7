import "./words";
import { Alert, Button, Group, Progress, Text } from "@mantine/core";
import { IconMailForward, IconMailOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { api } from "@/platform/api/api";
import { time } from "@/platform/i18n/formats";
import { FailureAlert } from "@/platform/ui/FailureAlert";
import { ButtonLink } from "@/platform/ui/links";
import { later, mailed } from "./invitation";
import { firstPeople } from "./personSearch";
import { peopleChanged, useMails } from "./useMails";

/** What became of the mails of all invitations: those that wait, with their progress, and those that somebody has to look after. */
export function MailBanner() {
  const { t } = useTranslation();
  const { progress, most } = useMails(true);
  const again = api.useMutation("post", "/api/v1/admin/users/invitations/mails", { onSuccess: peopleChanged });
  if (!progress) return null;
  const waits = later(progress.next_attempt_at, Date.now());
  return (
    <>
      {progress.waiting > 0 ? (
        <Alert
          className="no-print"
          role="status"
          color="blue"
          icon={<IconMailForward />}
          title={t("person.mailing.progress", { count: progress.waiting })}
        >
          {waits ? null : (
            <Progress
              value={mailed(most, progress.waiting)}
              aria-label={t("person.mailing.progressLabel")}
              mb="xs"
              animated
            />
          )}
          <Text size="sm">
            {waits ? t("person.mailing.later", { at: time(progress.next_attempt_at ?? "") }) : t("person.mailing.own")}
          </Text>
        </Alert>
      ) : null}
      {progress.failed > 0 ? (
        <Alert
          className="no-print"
          color="red"
          icon={<IconMailOff />}
          title={t("person.mailing.failed", { count: progress.failed })}
        >
          <Text size="sm">{t("person.mailing.failedHint")}</Text>
          <Group gap="xs" mt="xs">
            <ButtonLink
              to="/personas"
              search={{ ...firstPeople, role: "all", mail: "failed" }}
              size="compact-sm"
              variant="default"
            >
              {t("person.mailing.show")}
            </ButtonLink>
            <Button size="compact-sm" loading={again.isPending} onClick={() => again.mutate({})}>
              {t("person.mailing.again")}
            </Button>
          </Group>
          <FailureAlert error={again.error} />
        </Alert>
      ) : null}
    </>
  );
}
