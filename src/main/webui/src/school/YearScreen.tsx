import "./words";
import { Alert, Button, Group, Paper, Skeleton, Stack, Title } from "@mantine/core";
import { IconCalendarOff, IconChevronLeft } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, outdated, type Schemas } from "@/platform/api/api";
import { failureOf, isProblem } from "@/platform/api/problem";
import { useCan } from "@/platform/permissions/permissions";
import { Confirm } from "@/platform/ui/Confirm";
import { Empty } from "@/platform/ui/Empty";
import { FailureAlert } from "@/platform/ui/FailureAlert";
import { AnchorLink, ButtonLink } from "@/platform/ui/links";
import { done } from "@/platform/ui/notify";
import { Periods } from "./Periods";
import { YearBar } from "./YearBar";
import { YearForm } from "./YearForm";
import { YearState } from "./YearList";

/** One year of the school: its data, its periods, and the year as a bar. */
export function YearScreen({ yearId }: { yearId: string }) {
  const { t } = useTranslation();
  const can = useCan();
  const query = api.useQuery("get", "/api/v1/schools/me/years/{id}", { params: { path: { id: yearId } } });
  const periods = api.useQuery("get", "/api/v1/schools/me/years/{year}/periods", {
    params: { path: { year: yearId }, query: { page_size: 200 } },
  });
  const error = query.error ?? periods.error;
  if (isProblem(error) && error.status === 404) {
    return (
      <Empty
        title={t("school.years.notFound")}
        hint={t("school.years.notFoundHint")}
        icon={<IconCalendarOff size={28} />}
      >
        <ButtonLink to="/colegio/anios" search={{ page: 1 }}>
          {t("school.years.toYears")}
        </ButtonLink>
      </Empty>
    );
  }
  const year = query.data;
  const items = periods.data?.items;
  if (!year || !items) {
    return error ? (
      <FailureAlert error={error} retry={() => Promise.all([query.refetch(), periods.refetch()])} />
    ) : (
      <Skeleton h={400} aria-busy />
    );
  }
  return (
    <Stack gap="lg">
      <Group gap={2} c="dimmed">
        <IconChevronLeft size={16} aria-hidden />
        <AnchorLink to="/colegio/anios" search={{ page: 1 }}>
          {t("school.years.back")}
        </AnchorLink>
      </Group>
      {error ? <FailureAlert error={error} /> : null}
      <Paper withBorder p={{ base: "md", sm: "lg" }}>
        <Stack>
          <Group justify="space-between">
            <Title order={2} size="h3">
              {year.name}
            </Title>
            <YearState status={year.status} />
          </Group>
          <YearBar year={year} periods={items} />
        </Stack>
      </Paper>
      <Periods year={year} periods={items} />
      {can("updateYear") ? <YearForm year={year} periods={items} /> : null}
      {can("deleteYear") && items.length === 0 ? <Removal year={year} /> : null}
    </Stack>
  );
}

function Removal({ year }: { year: Schemas["Year"] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState(false);
  const remove = api.useMutation("delete", "/api/v1/schools/me/years/{id}");
  const confirm = async () => {
    setUsed(false);
    try {
      await remove.mutateAsync({
        params: { path: { id: year.id }, header: { "If-Match": `"${year.version}"` } },
      });
    } catch (error) {
      setUsed(failureOf(error).code === "resource.conflict");
      throw error;
    }
    done(t("school.year.removed", { name: year.name }));
    await navigate({ to: "/colegio/anios", search: { page: 1 } });
    await outdated("/schools/me/years");
  };
  return (
    <Group>
      <Button variant="subtle" color="red" onClick={() => setOpen(true)}>
        {t("school.year.remove")}
      </Button>
      <Confirm
        opened={open}
        onClose={() => setOpen(false)}
        danger
        title={t("school.year.removeTitle", { name: year.name })}
        consequence={t("school.year.removeText")}
        action={t("school.year.remove")}
        onConfirm={confirm}
      >
        {used ? <Alert color="yellow">{t("school.year.used")}</Alert> : null}
      </Confirm>
    </Group>
  );
}
