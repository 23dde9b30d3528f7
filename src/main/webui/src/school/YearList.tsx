import "./words";
import { Badge, Group, Stack, Text } from "@mantine/core";
import { IconCalendarPlus } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/platform/api/api";
import { day } from "@/platform/i18n/formats";
import { useCan } from "@/platform/permissions/permissions";
import { type Column, DataList } from "@/platform/ui/DataList";
import { Empty } from "@/platform/ui/Empty";
import { AnchorLink, ButtonLink } from "@/platform/ui/links";
import { PAGE_SIZE } from "@/platform/ui/list";

type Year = Schemas["Year"];

const route = getRouteApi("/_in/colegio/anios/");

/** The school's years, the latest first. */
export function YearList() {
  const { t } = useTranslation();
  const can = useCan();
  const { page } = route.useSearch();
  const navigate = route.useNavigate();
  const query = api.useQuery(
    "get",
    "/api/v1/schools/me/years",
    { params: { query: { page, page_size: PAGE_SIZE } } },
    { placeholderData: keepPreviousData },
  );
  const add = can("createYear") ? (
    <ButtonLink to="/colegio/anios/nuevo" leftSection={<IconCalendarPlus size={18} />}>
      {t("school.years.add")}
    </ButtonLink>
  ) : null;
  return (
    <Stack>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t("school.years.lead")}
        </Text>
        {add}
      </Group>
      <DataList<Year>
        label={t("school.years.title")}
        columns={useColumns()}
        rowKey={(row) => row.id}
        query={query}
        page={page}
        onPage={(next) => navigate({ search: { page: next } })}
        empty={
          <Empty title={t("school.years.empty")} hint={t("school.years.emptyHint")}>
            {add}
          </Empty>
        }
      />
    </Stack>
  );
}

const colors = { planning: "blue", active: "green", closed: "gray", archived: "gray" } as const;

export function YearState({ status }: { status: Year["status"] }) {
  const { t } = useTranslation();
  return (
    <Badge variant="dot" color={colors[status]} fw={600}>
      {t(`school.years.status.${status}`)}
    </Badge>
  );
}

function useColumns(): Column<Year>[] {
  const { t } = useTranslation();
  return [
    {
      id: "name",
      header: t("school.years.name"),
      cell: (row) => (
        <AnchorLink to="/colegio/anios/$yearId" params={{ yearId: row.id }} fw={600} fz="sm">
          {row.name}
        </AnchorLink>
      ),
    },
    {
      id: "dates",
      header: t("school.years.dates"),
      cell: (row) => `${day(row.starts_on)} – ${day(row.ends_on)}`,
    },
    { id: "state", header: t("school.years.state"), cell: (row) => <YearState status={row.status} /> },
  ];
}
