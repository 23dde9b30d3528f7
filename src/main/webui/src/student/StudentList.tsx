import "./words";
import { Badge, Group, SegmentedControl, Text } from "@mantine/core";
import { IconUpload, IconUserPlus } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/platform/api/api";
import { age, day } from "@/platform/i18n/formats";
import { useCan } from "@/platform/permissions/permissions";
import { type Column, DataList } from "@/platform/ui/DataList";
import { Empty } from "@/platform/ui/Empty";
import { AnchorLink, ButtonLink } from "@/platform/ui/links";
import { listQuery } from "@/platform/ui/list";
import { Screen } from "@/platform/ui/Screen";
import { SearchBox } from "@/platform/ui/SearchBox";
import { useFirstHit } from "@/platform/ui/useFirstHit";

import { StudentListMore } from "./StudentListMore";

type Student = Schemas["StudentItem"];

const route = getRouteApi("/_in/estudiantes/");

/** The students that the person may see, by surname; the address keeps the search. */
export function StudentList() {
  const { t } = useTranslation();
  const can = useCan();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const show = search.show === "any" ? "any" : search.show === "true";
  const query = api.useQuery(
    "get",
    "/api/v1/students",
    { params: { query: { ...listQuery(search), is_active: show } } },
    { placeholderData: keepPreviousData },
  );
  const actions = (
    <>
      {can("importStudents") ? (
        <ButtonLink to="/estudiantes/importar" variant="default" leftSection={<IconUpload size={18} />}>
          {t("student.import")}
        </ButtonLink>
      ) : null}
      {can("createStudent") ? (
        <ButtonLink to="/estudiantes/nuevo" leftSection={<IconUserPlus size={18} />}>
          {t("student.create")}
        </ButtonLink>
      ) : null}
    </>
  );
  const total = query.data?.total;
  const enter = useFirstHit(query, search.q, ({ id }) =>
    navigate({ to: "/estudiantes/$studentId", params: { studentId: id } }),
  );
  return (
    <Screen
      title={t("student.title")}
      lead={total === undefined ? null : t("student.count", { count: total })}
      actions={
        <>
          {total ? <StudentListMore search={search} /> : null}
          {actions}
        </>
      }
    >
      <Group gap="sm">
        <SearchBox
          label={t("student.search")}
          value={search.q}
          onSearch={(q) => navigate({ search: { ...search, q, page: 1 }, replace: true })}
          onEnter={enter}
        />
        <SegmentedControl
          aria-label={t("student.show")}
          value={search.show}
          onChange={(value) => navigate({ search: { ...search, show: value as typeof search.show, page: 1 } })}
          data={[
            { value: "true", label: t("student.onlyActive") },
            { value: "false", label: t("student.onlyInactive") },
            { value: "any", label: t("student.all") },
          ]}
        />
      </Group>
      <DataList<Student>
        label={t("student.title")}
        columns={useColumns()}
        rowKey={(row) => row.id}
        query={query}
        page={search.page}
        sort={search.sort}
        onPage={(page) => navigate({ search: { ...search, page } })}
        onSort={(sort) => navigate({ search: { ...search, sort: sort as typeof search.sort, page: 1 } })}
        empty={
          search.q ? (
            <Empty title={t("student.nobody", { q: search.q })} hint={t("student.nobodyHint")} />
          ) : (
            <Empty title={t("student.empty")} hint={t("student.emptyHint")}>
              {actions}
            </Empty>
          )
        }
      />
    </Screen>
  );
}

function useColumns(): Column<Student>[] {
  const { t } = useTranslation();
  const can = useCan();
  return [
    {
      id: "name",
      header: t("student.name"),
      sort: "last_name",
      cell: (row) => (
        <Group gap="xs" wrap="nowrap">
          <AnchorLink to="/estudiantes/$studentId" params={{ studentId: row.id }} fw={600} fz="sm">
            {[row.last_name, row.second_last_name].filter(Boolean).join(" ")},{" "}
            {[row.first_name, row.middle_name].filter(Boolean).join(" ")}
          </AnchorLink>
          {row.is_active ? null : (
            <Badge color="gray" variant="light">
              {t("student.inactive")}
            </Badge>
          )}
        </Group>
      ),
    },
    // Teachers and families get no documents.
    ...(can("listStudentGuardians")
      ? [
          {
            id: "document",
            header: t("student.document"),
            cell: (row: Student) => (
              <Text size="sm" ff="monospace">
                {row.document_type} {row.document_number}
              </Text>
            ),
          },
        ]
      : []),
    {
      id: "birth",
      header: t("student.birth"),
      sort: "birth_date",
      cell: (row) =>
        row.birth_date ? (
          <>
            {day(row.birth_date)}{" "}
            <Text span c="dimmed" size="sm">
              ({t("student.years", { count: age(row.birth_date) })})
            </Text>
          </>
        ) : null,
    },
  ];
}
