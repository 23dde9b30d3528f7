import "./words";
import { Button, Stack, Text } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { api } from "@/platform/api/api";
import { useMe } from "@/platform/permissions/permissions";
import { changeSchool, signOut } from "@/platform/session/session";
import { FailureAlert } from "@/platform/ui/FailureAlert";
import { ButtonLink } from "@/platform/ui/links";
import { InvitationCards } from "./InvitationCards";
import { Threshold } from "./Threshold";
import { useInvitations } from "./useInvitations";

/** The schools of somebody who has several, and those that have invited them; whoever has none reads what to do. */
export function ChooseSchool({ next }: { next: string }) {
  const { t } = useTranslation();
  const me = useMe();
  const query = { params: { query: { page_size: 200 } } } as const;
  const { data, error, refetch } = api.useQuery("get", "/api/v1/auth/schools", query);
  const invitations = useInvitations().data?.items ?? [];
  const schools = data?.items ?? [];
  const none = data !== undefined && schools.length === 0 && !me.is_superadmin && invitations.length === 0;
  return (
    <Threshold
      title={none ? t("account.noSchoolTitle") : t("account.chooseTitle")}
      lead={
        none
          ? t("account.noSchoolText", { email: me.email })
          : t(schools.length > 1 ? "account.chooseText" : "account.chooseOne")
      }
    >
      <Stack gap="xs">
        <FailureAlert error={error} retry={refetch} />
        {me.is_superadmin ? (
          <ButtonLink to="/plataforma/colegios" size="md">
            {t("account.platform")}
          </ButtonLink>
        ) : null}
        {schools.map((school) => (
          <Button
            key={school.id}
            variant="default"
            size="md"
            justify="space-between"
            rightSection={<IconChevronRight size={18} aria-hidden />}
            onClick={() => changeSchool(school.id, next)}
          >
            <Text truncate>{school.name}</Text>
          </Button>
        ))}
        {invitations.length ? (
          <Text fw={600} mt="md" component="h2" size="md">
            {t("account.invitation.open")}
          </Text>
        ) : null}
        <InvitationCards invitations={invitations} />
        <Button variant="subtle" mt="sm" onClick={() => signOut()}>
          {t("app.signOut")}
        </Button>
      </Stack>
    </Threshold>
  );
}
