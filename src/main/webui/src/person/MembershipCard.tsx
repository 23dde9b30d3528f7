import "./words";
import { Alert, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/platform/api/api";
import { useMe } from "@/platform/permissions/permissions";
import { Confirm } from "@/platform/ui/Confirm";
import { done } from "@/platform/ui/notify";
import { RoleBadges, StandingBadge } from "./badges";
import { InvitationNote } from "./InvitationNote";
import type { Membership } from "./invitation";
import { RolesDialog } from "./RolesDialog";
import { grantable } from "./roles";
import { SendAgain } from "./SendAgain";
import { useLastRector } from "./useLastRector";
import { peopleChanged } from "./useMails";

type Props = { membership: Membership; person: Schemas["User"]; school?: string };

/** What somebody is in a school, and what may be done about it. */
export function MembershipCard({ membership, person, school }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const [open, setOpen] = useState<"roles" | "end" | null>(null);
  const last = useLastRector(membership);
  const end = api.useMutation("delete", "/api/v1/admin/users/{user}/memberships/{id}");
  const name = person.full_name ?? person.email;
  const own = person.id === me.id;
  const mayRoles = membership.roles.every((role) => grantable(role, me.permissions));
  const invited = membership.status === "invited";
  const finish = async () => {
    await end.mutateAsync({
      params: {
        path: { user: membership.user_id, id: membership.id },
        header: { "If-Match": `"${membership.version}"`, "X-School-Id": membership.school_id },
      },
    });
    await peopleChanged();
    done(invited ? t("person.invitation.withdrawn") : t("person.detail.removed", { name }));
  };
  return (
    <Paper withBorder p={{ base: "md", sm: "lg" }}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h4">
            {school ?? t("person.detail.membership")}
          </Title>
          <StandingBadge membership={membership} />
        </Group>
        <RoleBadges roles={membership.roles} faded={membership.status === "inactive"} />
        <InvitationNote membership={membership} />
        {membership.status === "inactive" && !membership.invitation ? (
          <Text size="sm" c="dimmed">
            {t("person.detail.removedNote")}
          </Text>
        ) : null}
        {own ? <Alert color="gray">{t("person.detail.ownMembership")}</Alert> : null}
        {last && !own ? <Alert color="yellow">{t("person.detail.lastRector")}</Alert> : null}
        {!own && !mayRoles ? <Alert color="gray">{t("person.detail.rolesForeign")}</Alert> : null}
        {own || !mayRoles ? null : (
          <Group gap="xs">
            {membership.status === "inactive" ? null : (
              <Button variant="default" onClick={() => setOpen("roles")}>
                {t("person.detail.changeRoles")}
              </Button>
            )}
            <SendAgain membership={membership} email={person.email} />
            {membership.status === "inactive" || last ? null : (
              <Button variant="subtle" color="red" onClick={() => setOpen("end")}>
                {invited ? t("person.invitation.withdraw") : t("person.detail.remove")}
              </Button>
            )}
          </Group>
        )}
      </Stack>
      {open === "roles" ? (
        <RolesDialog membership={membership} name={name} keepRector={last} onClose={() => setOpen(null)} />
      ) : null}
      <Confirm
        opened={open === "end"}
        onClose={() => setOpen(null)}
        danger
        title={invited ? t("person.invitation.withdrawTitle") : t("person.detail.removeTitle", { name })}
        consequence={invited ? t("person.invitation.withdrawText", { name }) : t("person.detail.removeText")}
        action={invited ? t("person.invitation.withdraw") : t("person.detail.remove")}
        onConfirm={finish}
      />
    </Paper>
  );
}
