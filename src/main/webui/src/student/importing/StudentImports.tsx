import "../words";
import "./words";
import { Badge, Button, Text } from "@mantine/core";
import { IconUpload } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/platform/api/api";
import { moment, number } from "@/platform/i18n/formats";
import { Allowed } from "@/platform/ui/Allowed";
import { type Column, DataList } from "@/platform/ui/DataList";
import { Empty } from "@/platform/ui/Empty";
import { AnchorLink, ButtonLink } from "@/platform/ui/links";
import { listQuery } from "@/platform/ui/list";
import { Screen } from "@/platform/ui/Screen";
import { TakeBack } from "./TakeBack";

type Past = Schemas["StudentImport"];

const route = getRouteApi("/_in/estudiantes/importaciones");

/** The imports that the school has made, each with the way back. */
export function StudentImports() {
  const { t } = useTranslation();
  const again = (
    <ButtonLink to="/estudiantes/importar" leftSection={<IconUpload size={18} aria-hidden />}>
      {t("importing.title")}
    </ButtonLink>
  );
  return (
    <Screen
      title={t("importing.listTitle")}
      back={<AnchorLink to="/estudiantes">{t("student.title")}</AnchorLink>}
      actions={again}
    >
      <Allowed operation="listStudentImports">
        <Imports />
      </Allowed>
    </Screen>
  );
}

function Imports() {
  const { t } = useTranslation();
  const { page, sort } = route.useSearch();
  const navigate = route.useNavigate();
  const [asked, setAsked] = useState<Past | null>(null);
  const query = api.useQuery(
    "get",
    "/api/v1/students/imports",
    { params: { query: listQuery({ q: "", page, sort }) } },
    { placeholderData: keepPreviousData },
  );
  return (
    <>
      <DataList<Past>
        label={t("importing.listTitle")}
        columns={useColumns(setAsked)}
        rowKey={(row) => row.id}
        query={query}
        page={page}
        sort={sort}
        onPage={(next) => navigate({ search: { page: next, sort } })}
        onSort={(next) => navigate({ search: { page: 1, sort: next as typeof sort } })}
        empty={<Empty title={t("importing.listEmpty")} hint={t("importing.listEmptyHint")} />}
      />
      {asked ? <TakeBack id={asked.id} students={asked.students} onClose={() => setAsked(null)} /> : null}
    </>
  );
}

function useColumns(takeBack: (row: Past) => void): Column<Past>[] {
  const { t } = useTranslation();
  return [
    { id: "when", header: t("importing.when"), sort: "imported_at", cell: (row) => moment(row.imported_at) },
    { id: "who", header: t("importing.who"), cell: (row) => row.imported_by_name ?? t("importing.system") },
    { id: "students", header: t("importing.students"), align: "right", cell: (row) => number(row.students) },
    { id: "guardians", header: t("importing.guardians"), align: "right", cell: (row) => number(row.guardians) },
    {
      id: "state",
      header: t("importing.state"),
      cell: (row) =>
        row.taken_back_at ? (
          <Text size="sm" c="dimmed">
            {t("importing.takenBackOn", { when: moment(row.taken_back_at) })}
          </Text>
        ) : (
          <Badge color="green" variant="light">
            {t("importing.done")}
          </Badge>
        ),
    },
    {
      id: "back",
      header: "",
      cell: (row) =>
        row.taken_back_at ? null : (
          <Button size="compact-sm" variant="subtle" color="red" onClick={() => takeBack(row)}>
            {t("importing.takeBack")}
          </Button>
        ),
    },
  ];
}
