import "./words";
import { Badge, Group, Stack, Text } from "@mantine/core";
import { IconFileImport, IconMailForward, IconUserPlus } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/platform/api/api";
import { useCan, useMe } from "@/platform/permissions/permissions";
import { type Column, DataList } from "@/platform/ui/DataList";
import { Empty } from "@/platform/ui/Empty";
import { AnchorLink, ButtonLink } from "@/platform/ui/links";
import { Screen } from "@/platform/ui/Screen";
import { RoleBadges, StandingBadge } from "./badges";
import { PersonFilters } from "./PersonFilters";
import { firstPeople, narrowed, personQuery } from "./personSearch";
import { useSchoolNames } from "./schoolNames";

// In most visits all mails have gone.
const MailBanner = lazy(() => import("./MailBanner").then(({ MailBanner }) => ({ default: MailBanner })));

type Person = Schemas["User"];

const route = getRouteApi("/_in/personas/");

/** The people of the school with what they may do and what became of their invitations; for the platform those of all schools. */
export function PersonList() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const inSchool = useMe().school_id !== null;
  const query = api.useQuery(
    "get",
    "/api/v1/admin/users",
    { params: { query: personQuery(search) }, querySerializer: { array: { style: "form", explode: false } } },
    { placeholderData: keepPreviousData },
  );
  const total = query.data?.total;
  const actions = inSchool ? <Actions /> : null;
  return (
    <Screen
      title={t("person.title")}
      lead={total === undefined ? null : t("person.count", { count: total })}
      actions={actions}
    >
      <Suspense>{inSchool ? <MailBanner /> : null}</Suspense>
      <PersonFilters search={search} onChange={(change) => navigate({ search: { ...search, ...change, page: 1 } })} />
      <DataList<Person>
        label={t("person.title")}
        columns={useColumns(query.data?.items ?? [], inSchool)}
        rowKey={(row) => row.id}
        query={query}
        page={search.page}
        sort={search.sort}
        onPage={(page) => navigate({ search: { ...search, page } })}
        onSort={(sort) => navigate({ search: { ...search, sort: sort as typeof search.sort, page: 1 } })}
        empty={
          narrowed(search) ? (
            <Empty title={t("person.nobody")} hint={t("person.nobodyHint")}>
              <ButtonLink to="/personas" search={{ ...firstPeople, role: "all" }} variant="default">
                {t("person.showAll")}
              </ButtonLink>
            </Empty>
          ) : (
            <Empty title={t("person.empty")} hint={t("person.emptyHint")}>
              {actions}
            </Empty>
          )
        }
      />
    </Screen>
  );
}

function Actions() {
  const { t } = useTranslation();
  const can = useCan();
  if (!can("createUser")) return null;
  return (
    <>
      <ButtonLink to="/personas/acudientes" variant="default" leftSection={<IconMailForward size={18} />}>
        {t("person.guardians")}
      </ButtonLink>
      <ButtonLink to="/personas/importar" variant="default" leftSection={<IconFileImport size={18} />}>
        {t("person.fromFile")}
      </ButtonLink>
      <ButtonLink to="/personas/nueva" leftSection={<IconUserPlus size={18} />}>
        {t("person.add")}
      </ButtonLink>
    </>
  );
}

function useColumns(people: readonly Person[], inSchool: boolean): Column<Person>[] {
  const { t } = useTranslation();
  const me = useMe();
  const ids = people.flatMap((person) => person.memberships.map((membership) => membership.school_id));
  const schoolName = useSchoolNames(ids, !inSchool);
  return [
    {
      id: "name",
      header: t("person.name"),
      sort: "full_name",
      cell: (row) => (
        <>
          <Group gap="xs">
            <AnchorLink to="/personas/$userId" params={{ userId: row.id }} fw={600} fz="sm">
              {row.full_name ?? t("person.nameless")}
            </AnchorLink>
            {row.id === me.id ? (
              <Badge variant="outline" color="gray" fw={600}>
                {t("person.you")}
              </Badge>
            ) : null}
            {row.is_superadmin ? (
              <Badge variant="light" color="grape" fw={600}>
                {t("person.superadmin")}
              </Badge>
            ) : null}
          </Group>
          <Text size="xs" c="dimmed" fw={400} style={{ overflowWrap: "anywhere" }}>
            {row.email}
          </Text>
        </>
      ),
    },
    {
      id: "roles",
      header: t("person.roles"),
      cell: (row) => (
        <Stack gap={6}>
          {row.memberships.map((membership) => (
            <Group key={membership.id} gap={6}>
              {inSchool ? null : <Text size="xs">{schoolName(membership.school_id)}:</Text>}
              <RoleBadges roles={membership.roles} faded={membership.status === "inactive"} />
            </Group>
          ))}
        </Stack>
      ),
    },
    {
      id: "state",
      header: t("person.state"),
      cell: (row) => (
        <Stack gap={6} align="flex-start">
          {row.memberships.map((membership) => (
            <div key={membership.id}>
              <StandingBadge membership={membership} />
              {membership.invitation?.mail_fault ? (
                <Text size="xs" c="dimmed" maw={260}>
                  {t(`person.fault.${membership.invitation.mail_fault}`)}
                </Text>
              ) : null}
            </div>
          ))}
        </Stack>
      ),
    },
  ];
}
