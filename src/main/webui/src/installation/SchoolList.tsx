import "./words";
import { Badge, Button, Group, SegmentedControl, Text } from "@mantine/core";
import { IconDoorEnter, IconPlus } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/platform/api/api";
import { changeSchool } from "@/platform/session/session";
import { Allowed } from "@/platform/ui/Allowed";
import { type Column, DataList } from "@/platform/ui/DataList";
import { Empty } from "@/platform/ui/Empty";
import { listQuery } from "@/platform/ui/list";
import { Screen } from "@/platform/ui/Screen";
import { SearchBox } from "@/platform/ui/SearchBox";

export type School = Schemas["School"];

/** What a dialog stands open for. */
type Asked = { what: "form"; school: School | null } | { what: "state"; school: School } | null;

const SchoolForm = lazy(() => import("./SchoolForm"));
const SchoolState = lazy(() => import("./SchoolState"));
const route = getRouteApi("/_in/plataforma/colegios");

/** The schools of the installation, for those who run it. */
export function SchoolList() {
  return (
    <Allowed operation="listSchools">
      <Schools />
    </Allowed>
  );
}

function Schools() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [asked, setAsked] = useState<Asked>(null);
  const query = api.useQuery(
    "get",
    "/api/v1/admin/schools",
    {
      params: {
        query: { ...listQuery(search), ...(search.show === "any" ? {} : { is_active: search.show === "true" }) },
      },
    },
    { placeholderData: keepPreviousData },
  );
  const create = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAsked({ what: "form", school: null })}>
      {t("installation.create")}
    </Button>
  );
  const total = query.data?.total;
  const close = () => setAsked(null);
  return (
    <Screen
      title={t("installation.schools")}
      lead={total === undefined ? null : t("installation.schoolCount", { count: total })}
      actions={create}
    >
      <Group gap="sm">
        <SearchBox
          label={t("installation.search")}
          value={search.q}
          onSearch={(q) => navigate({ search: { ...search, q, page: 1 }, replace: true })}
        />
        <SegmentedControl
          aria-label={t("installation.show")}
          value={search.show}
          onChange={(value) => navigate({ search: { ...search, show: value as typeof search.show, page: 1 } })}
          data={[
            { value: "any", label: t("installation.all") },
            { value: "true", label: t("installation.onlyActive") },
            { value: "false", label: t("installation.onlyInactive") },
          ]}
        />
      </Group>
      <DataList<School>
        label={t("installation.schools")}
        columns={useColumns(setAsked)}
        rowKey={(row) => row.id}
        query={query}
        page={search.page}
        sort={search.sort}
        onPage={(page) => navigate({ search: { ...search, page } })}
        onSort={(sort) => navigate({ search: { ...search, sort: sort as typeof search.sort, page: 1 } })}
        empty={
          search.q ? (
            <Empty title={t("installation.nobody", { q: search.q })} />
          ) : (
            <Empty title={t("installation.empty")} hint={t("installation.emptyHint")}>
              {create}
            </Empty>
          )
        }
      />
      <Suspense>
        {asked?.what === "form" ? <SchoolForm key={asked.school?.id} school={asked.school} onClose={close} /> : null}
        {asked?.what === "state" ? <SchoolState school={asked.school} onClose={close} /> : null}
      </Suspense>
    </Screen>
  );
}

function useColumns(ask: (asked: Asked) => void): Column<School>[] {
  const { t } = useTranslation();
  return [
    {
      id: "name",
      header: t("installation.name"),
      sort: "name",
      cell: (row) => (
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {row.name}
          </Text>
          {row.is_active ? null : (
            <Badge color="gray" variant="light">
              {t("installation.inactive")}
            </Badge>
          )}
        </Group>
      ),
    },
    { id: "nit", header: t("installation.nit"), sort: "nit", cell: (row) => row.nit },
    { id: "resolution", header: t("installation.resolution"), cell: (row) => row.resolution },
    {
      id: "do",
      header: "",
      align: "right",
      cell: (row) => (
        <Group gap={4} justify="flex-end">
          {row.is_active ? (
            <Button
              size="compact-md"
              variant="light"
              leftSection={<IconDoorEnter size={16} aria-hidden />}
              aria-label={`${t("installation.enter")}: ${row.name}`}
              onClick={() => changeSchool(row.id)}
            >
              {t("installation.enter")}
            </Button>
          ) : null}
          <Button
            size="compact-md"
            variant="subtle"
            aria-label={t("installation.editTitle", { name: row.name })}
            onClick={() => ask({ what: "form", school: row })}
          >
            {t("installation.edit")}
          </Button>
          <Button
            size="compact-md"
            variant="subtle"
            {...(row.is_active ? { color: "red" } : {})}
            aria-label={`${row.is_active ? t("installation.deactivate") : t("installation.activate")}: ${row.name}`}
            onClick={() => ask({ what: "state", school: row })}
          >
            {row.is_active ? t("installation.deactivate") : t("installation.activate")}
          </Button>
        </Group>
      ),
    },
  ];
}
