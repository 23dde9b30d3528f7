import "./words";
import "./guardianWords";
import { Badge, Group, Text } from "@mantine/core";
import { keepPreviousData } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/platform/api/api";
import { Allowed } from "@/platform/ui/Allowed";
import { type Column, DataList } from "@/platform/ui/DataList";
import { Email } from "@/platform/ui/Email";
import { Empty } from "@/platform/ui/Empty";
import { AnchorLink, ButtonLink } from "@/platform/ui/links";
import { listQuery } from "@/platform/ui/list";
import { Screen } from "@/platform/ui/Screen";
import { SearchBox } from "@/platform/ui/SearchBox";
import { useFirstHit } from "@/platform/ui/useFirstHit";

type Guardian = Schemas["Guardian"];

const route = getRouteApi("/_in/acudientes/");

/** The guardians of the school, by name. */
export function GuardianList() {
  return (
    <Allowed operation="listGuardians">
      <List />
    </Allowed>
  );
}

function List() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = api.useQuery(
    "get",
    "/api/v1/guardians",
    { params: { query: listQuery(search) } },
    { placeholderData: keepPreviousData },
  );
  const total = query.data?.total;
  const enter = useFirstHit(query, search.q, ({ id }) =>
    navigate({ to: "/acudientes/$guardianId", params: { guardianId: id } }),
  );
  return (
    <Screen title={t("guardian.title")} lead={total === undefined ? null : t("guardian.count", { count: total })}>
      <SearchBox
        label={t("guardian.search")}
        value={search.q}
        onSearch={(q) => navigate({ search: { ...search, q, page: 1 }, replace: true })}
        onEnter={enter}
      />
      <DataList<Guardian>
        label={t("guardian.title")}
        columns={useColumns()}
        rowKey={(row) => row.id}
        query={query}
        page={search.page}
        sort={search.sort}
        onPage={(page) => navigate({ search: { ...search, page } })}
        onSort={(sort) => navigate({ search: { ...search, sort: sort as typeof search.sort, page: 1 } })}
        empty={
          search.q ? (
            <Empty title={t("guardian.nobody", { q: search.q })} hint={t("guardian.nobodyHint")} />
          ) : (
            <Empty title={t("guardian.empty")} hint={t("guardian.emptyHint")}>
              <ButtonLink to="/estudiantes">{t("guardian.toStudents")}</ButtonLink>
            </Empty>
          )
        }
      />
    </Screen>
  );
}

function useColumns(): Column<Guardian>[] {
  const { t } = useTranslation();
  return [
    {
      id: "name",
      header: t("guardian.name"),
      sort: "full_name",
      cell: (row) => (
        <Group gap="xs" wrap="nowrap">
          <AnchorLink to="/acudientes/$guardianId" params={{ guardianId: row.id }} fw={600} fz="sm">
            {row.full_name}
          </AnchorLink>
          {row.user_id ? (
            <Badge color="green" variant="dot">
              {t("student.hasAccount")}
            </Badge>
          ) : null}
        </Group>
      ),
    },
    {
      id: "document",
      header: t("guardian.document"),
      cell: (row) => (
        <Text size="sm" ff="monospace">
          {row.document_type} {row.document_number}
        </Text>
      ),
    },
    { id: "phone", header: t("guardian.phone"), cell: (row) => row.phone },
    {
      id: "email",
      header: t("guardian.email"),
      cell: (row) => (row.email ? <Email address={row.email} /> : null),
    },
  ];
}
