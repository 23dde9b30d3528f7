import { Button, Stack, Text } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { api } from "@/platform/api/api";
import { useMe } from "@/platform/permissions/permissions";
import { changeSchool, signOut } from "@/platform/session/session";
import { ButtonLink } from "@/platform/ui/links";
import { Threshold } from "./Threshold";

/** The schools of somebody who has several; whoever has none reads what to do. */
export function ChooseSchool({ next }: { next: string }) {
  const { t } = useTranslation();
  const me = useMe();
  const { data } = api.useQuery("get", "/api/v1/auth/schools", { params: { query: { page_size: 200 } } });
  const schools = data?.items ?? [];
  const none = data !== undefined && schools.length === 0 && !me.is_superadmin;
  return (
    <Threshold
      title={none ? t("account.noSchoolTitle") : t("account.chooseTitle")}
      lead={none ? t("account.noSchoolText", { email: me.email }) : t("account.chooseText")}
    >
      <Stack gap="xs">
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
        <Button variant="subtle" mt="sm" onClick={() => signOut()}>
          {t("app.signOut")}
        </Button>
      </Stack>
    </Threshold>
  );
}
