import "./words";
import "./guardianWords";
import { Alert, Anchor, Badge, Card, Group, Paper, Stack, Title } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/platform/api/api";
import { useCan } from "@/platform/permissions/permissions";
import { Allowed } from "@/platform/ui/Allowed";
import { Email } from "@/platform/ui/Email";
import { type Fact, Facts } from "@/platform/ui/Facts";
import { Loaded } from "@/platform/ui/Loaded";
import { AnchorLink, ButtonLink } from "@/platform/ui/links";
import { Screen } from "@/platform/ui/Screen";

const route = getRouteApi("/_in/acudientes/$guardianId/");

/** A guardian: one person for all their children, with the way to each link. */
export function GuardianPage() {
  const { t } = useTranslation();
  const { guardianId } = route.useParams();
  const query = api.useQuery("get", "/api/v1/guardians/{id}", { params: { path: { id: guardianId } } });
  return (
    <Allowed operation="getGuardian">
      <Loaded query={query} back={<ButtonLink to="/acudientes">{t("guardian.title")}</ButtonLink>}>
        {(person) => <Person person={person} />}
      </Loaded>
    </Allowed>
  );
}

function Person({ person }: { person: Schemas["Guardian"] }) {
  const { t } = useTranslation();
  const can = useCan();
  return (
    <Screen
      title={person.full_name}
      back={<AnchorLink to="/acudientes">{t("guardian.title")}</AnchorLink>}
      actions={
        can("updateGuardian") ? (
          <ButtonLink
            to="/acudientes/$guardianId/editar"
            params={{ guardianId: person.id }}
            leftSection={<IconPencil size={18} />}
          >
            {t("ui.edit")}
          </ButtonLink>
        ) : null
      }
    >
      <Paper withBorder p={{ base: "md", sm: "lg" }}>
        <Facts facts={useFacts(person)} />
      </Paper>
      <Children person={person} />
    </Screen>
  );
}

function useFacts({ document_type, document_number, phone, email, user_id }: Schemas["Guardian"]): Fact[] {
  const { t } = useTranslation();
  const call = phone ? <Anchor href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{phone}</Anchor> : null;
  const write = email ? (
    <Anchor href={`mailto:${email}`}>
      <Email address={email} />
    </Anchor>
  ) : null;
  return [
    [t("student.form.documentType"), t(`student.documents.${document_type}`)],
    [t("student.form.documentNumber"), document_number],
    [t("guardian.phone"), call],
    [t("guardian.email"), write],
    [t("student.account"), t(user_id ? "student.hasAccount" : "student.noAccount")],
  ];
}

function Children({ person }: { person: Schemas["Guardian"] }) {
  const { t } = useTranslation();
  const can = useCan();
  const children = person.children ?? [];
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {t("guardian.children")}
      </Title>
      {children.length ? null : <Alert color="gray">{t("guardian.noChildren")}</Alert>}
      {children.map((child) => (
        <Card key={child.link_id} withBorder padding="md">
          <Group justify="space-between" gap="sm">
            <Group gap="xs">
              <AnchorLink to="/estudiantes/$studentId" params={{ studentId: child.student_id }} fw={600}>
                {child.full_name}
              </AnchorLink>
              {child.restricted ? (
                <Badge color="red" variant="filled">
                  {t("guardian.restricted")}
                </Badge>
              ) : null}
            </Group>
            {can("updateStudentGuardian") ? (
              <ButtonLink
                to="/estudiantes/$studentId/acudientes/$linkId"
                params={{ studentId: child.student_id, linkId: child.link_id }}
                variant="default"
                size="sm"
                mih={{ base: 44, sm: 36 }}
              >
                {t("guardian.editLink")}
              </ButtonLink>
            ) : null}
          </Group>
        </Card>
      ))}
    </Stack>
  );
}
