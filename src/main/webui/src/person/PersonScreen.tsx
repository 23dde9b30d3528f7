import "./words";
import { Alert, Group, Paper, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconUserOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { api } from "@/platform/api/api";
import { isProblem } from "@/platform/api/problem";
import { useCan, useMe } from "@/platform/permissions/permissions";
import { Empty } from "@/platform/ui/Empty";
import { FailureAlert } from "@/platform/ui/FailureAlert";
import { AnchorLink, ButtonLink } from "@/platform/ui/links";
import { Screen } from "@/platform/ui/Screen";
import { AccountCard } from "./AccountCard";
import { MembershipCard } from "./MembershipCard";
import { NameForm } from "./NameForm";
import { firstPeople } from "./personSearch";
import { useSchoolNames } from "./schoolNames";

/** One person of the school: name, roles, invitation. The platform sees the memberships of all schools and the account. */
export function PersonScreen({ userId }: { userId: string }) {
  const { t } = useTranslation();
  const me = useMe();
  const can = useCan();
  const query = api.useQuery("get", "/api/v1/admin/users/{id}", { params: { path: { id: userId } } });
  const { data: person, error } = query;
  const inSchool = me.school_id !== null;
  const schoolName = useSchoolNames(person?.memberships.map((one) => one.school_id) ?? [], !inSchool);
  const back = (
    <AnchorLink to="/personas" search={firstPeople}>
      {t("person.back")}
    </AnchorLink>
  );
  if (isProblem(error) && error.status === 404) {
    return (
      <Screen title={t("person.title")} back={back}>
        <Empty
          title={t("person.detail.notFound")}
          hint={t("person.detail.notFoundHint")}
          icon={<IconUserOff size={28} />}
        >
          <ButtonLink to="/personas" search={firstPeople}>
            {t("person.title")}
          </ButtonLink>
        </Empty>
      </Screen>
    );
  }
  if (!person) {
    return (
      <Screen title={t("person.title")} back={back}>
        {error ? (
          <FailureAlert error={error} retry={query.refetch} />
        ) : (
          <Stack aria-busy>
            <Skeleton h={120} />
            <Skeleton h={200} />
          </Stack>
        )}
      </Screen>
    );
  }
  const name = person.full_name ?? person.email;
  const own = person.id === me.id;
  return (
    <Screen title={name} lead={<span style={{ overflowWrap: "anywhere" }}>{person.email}</span>} back={back}>
      {error ? <FailureAlert error={error} retry={query.refetch} /> : null}
      <Paper withBorder p={{ base: "md", sm: "lg" }}>
        <Title order={2} size="h4" mb="sm">
          {t("person.detail.data")}
        </Title>
        {own ? <Alert color="gray">{t("person.detail.nameOwn")}</Alert> : <NameForm person={person} />}
      </Paper>
      {person.memberships.map((membership) => (
        <MembershipCard
          key={membership.id}
          membership={membership}
          person={person}
          {...(inSchool ? {} : { school: schoolName(membership.school_id) })}
        />
      ))}
      {can("listSchools") && person.status ? <AccountCard person={person} /> : null}
      {person.is_superadmin ? (
        <Group>
          <Text size="sm" c="dimmed">
            {t("person.superadmin")}
          </Text>
        </Group>
      ) : null}
    </Screen>
  );
}
