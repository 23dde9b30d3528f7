import "./words";
import { Button, Card, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, outdated, type Schemas } from "@/platform/api/api";
import { day } from "@/platform/i18n/formats";
import { changeSchool } from "@/platform/session/session";
import { Confirm } from "@/platform/ui/Confirm";
import { done } from "@/platform/ui/notify";
import { Refused } from "./Refused";

type Invitation = Schemas["Invitation"];

type Props = {
  invitations: readonly Invitation[];
  /** Carried out before an invitation is accepted; it is not when this gives false. */
  before?: () => Promise<boolean>;
};

/** Each invitation with its school and roles, to accept or to decline. */
export function InvitationCards({ invitations, before }: Props) {
  return (
    <Stack gap="sm">
      {invitations.map((invitation) => (
        <InvitationCard key={invitation.id} invitation={invitation} before={before} />
      ))}
    </Stack>
  );
}

type CardProps = { invitation: Invitation; before: Props["before"] };

function InvitationCard({ invitation, before }: CardProps) {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const accept = api.useMutation("post", "/api/v1/auth/invitations/{id}/acceptance");
  const refuse = api.useMutation("post", "/api/v1/auth/invitations/{id}/refusal");
  const params = { params: { path: { id: invitation.id } } };
  const enter = async () => {
    setBusy(true);
    setError(null);
    try {
      if (before && !(await before())) return;
      const { school_id } = await accept.mutateAsync(params);
      changeSchool(school_id);
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  const decline = async () => {
    await refuse.mutateAsync(params);
    done(t("account.invitation.declined", { school: invitation.school_name }));
    outdated("/auth");
  };
  const roles = invitation.roles.map((role) => t(`account.role.${role}`)).join(", ");
  return (
    <Card component="section" aria-label={invitation.school_name} withBorder padding="md">
      <Text fw={600}>{invitation.school_name}</Text>
      <Text size="sm">{t("account.invitation.as", { roles })}</Text>
      {invitation.guardian_name ? (
        <Text size="sm">{t("account.invitation.guardian", { name: invitation.guardian_name })}</Text>
      ) : null}
      <Text size="sm" c="dimmed">
        {t("account.invitation.until", { day: day(invitation.expires_at.slice(0, 10)) })}
      </Text>
      <Refused error={error} />
      <Group mt="sm" gap="xs">
        <Button onClick={enter} loading={busy} size="md">
          {t("account.invitation.accept")}
        </Button>
        <Button variant="default" onClick={() => setAsks(true)} disabled={busy} size="md">
          {t("account.invitation.decline")}
        </Button>
      </Group>
      <Confirm
        opened={asks}
        onClose={() => setAsks(false)}
        title={t("account.invitation.declineTitle")}
        consequence={t("account.invitation.declineText", { school: invitation.school_name })}
        action={t("account.invitation.decline")}
        onConfirm={decline}
        danger
      />
    </Card>
  );
}
