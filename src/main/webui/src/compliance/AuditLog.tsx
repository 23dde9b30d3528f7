import "./words";
import { Anchor, Group, Text } from "@mantine/core";
import { keepPreviousData } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api } from "@/platform/api/api";
import { moment } from "@/platform/i18n/formats";
import { useMe } from "@/platform/permissions/permissions";
import { Allowed } from "@/platform/ui/Allowed";
import { type Column, DataList } from "@/platform/ui/DataList";
import { Empty } from "@/platform/ui/Empty";
import { PAGE_SIZE } from "@/platform/ui/list";
import { Screen } from "@/platform/ui/Screen";
import { AuditFilters } from "./AuditFilters";
import { type AuditSearch, auditQuery } from "./auditSearch";
import { Changes } from "./Changes";
import { type Entry, useTelling } from "./useTelling";

const route = getRouteApi("/_in/auditoria");

/** Who did what in the school, or on the platform, in words; the address keeps the filters. */
export function AuditLog() {
  const { t } = useTranslation();
  const { school_id: school } = useMe();
  return (
    <Screen title={t("audit.title")} lead={school ? t("audit.lead") : t("audit.platformLead")}>
      <Allowed operation="listAuditLog">
        <Entries />
      </Allowed>
    </Screen>
  );
}

function Entries() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = api.useQuery(
    "get",
    "/api/v1/compliance/audit-log",
    { params: { query: { ...auditQuery(search), page: search.page, page_size: PAGE_SIZE } } },
    { placeholderData: keepPreviousData },
  );
  const filter = (name: keyof AuditSearch, value: string) =>
    navigate({ search: { ...search, [name]: value || undefined, page: 1 }, replace: true });
  return (
    <>
      <AuditFilters search={search} onFilter={filter} onClear={() => navigate({ search: { page: 1 } })} />
      <DataList<Entry>
        label={t("audit.title")}
        columns={useColumns()}
        rowKey={(row) => row.id}
        query={query}
        page={search.page}
        onPage={(page) => navigate({ search: { ...search, page } })}
        empty={<Empty title={t("audit.empty")} hint={t("audit.emptyHint")} />}
      />
    </>
  );
}

function useColumns(): Column<Entry>[] {
  const { t } = useTranslation();
  const { sentence } = useTelling();
  return [
    {
      id: "happened",
      header: t("audit.happened"),
      cell: (row) => (
        <Group gap={8} wrap="wrap">
          <Text size="sm" fw={500} title={row.request_id ? t("audit.request", { id: row.request_id }) : undefined}>
            {sentence(row)}
          </Text>
          <Open entry={row} />
        </Group>
      ),
    },
    { id: "changes", header: t("audit.changes"), cell: (row) => <Changes entry={row} /> },
    {
      id: "when",
      header: t("audit.when"),
      cell: (row) => (
        <Text size="sm" span style={{ whiteSpace: "nowrap" }}>
          {moment(row.created_at)}
        </Text>
      ),
    },
  ];
}

/** The way to what the entry is about, when it still has a screen. */
function Open({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const to = entry.student_id
    ? `/estudiantes/${entry.student_id}`
    : entry.guardian_id
      ? `/acudientes/${entry.guardian_id}`
      : entry.user_id
        ? `/personas/${entry.user_id}`
        : null;
  return to ? (
    <Anchor href={to} size="sm" aria-label={`${t("audit.open")}: ${entry.entity_name ?? ""}`}>
      {t("audit.open")}
    </Anchor>
  ) : null;
}
