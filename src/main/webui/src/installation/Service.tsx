import "./words";
import { Button, Stack, Text, Title } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/platform/api/api";
import { moment, number, size } from "@/platform/i18n/formats";
import { Allowed } from "@/platform/ui/Allowed";
import { FailureAlert } from "@/platform/ui/FailureAlert";
import { Figures } from "@/platform/ui/Figures";
import { Screen } from "@/platform/ui/Screen";
import { FigureTable } from "./FigureTable";

type DatabaseFigures = Schemas["DatabaseFigures"];

/** How the installation is doing: its database, and the instance that answers. */
export function Service() {
  return (
    <Allowed operation="getDatabaseFigures">
      <Measured />
    </Allowed>
  );
}

function Measured() {
  const { t } = useTranslation();
  const { data, error, refetch, isFetching } = api.useQuery("get", "/api/v1/admin/monitoring/database");
  return (
    <Screen
      title={t("installation.service")}
      lead={data ? t("installation.serviceLead", { when: moment(data.measured_at) }) : null}
      actions={
        <Button
          variant="default"
          loading={isFetching}
          leftSection={<IconRefresh size={18} aria-hidden />}
          onClick={() => refetch()}
        >
          {t("installation.refresh")}
        </Button>
      }
    >
      <FailureAlert error={error} retry={refetch} />
      {data ? <All figures={data} /> : null}
    </Screen>
  );
}

function All({ figures }: { figures: DatabaseFigures }) {
  const { t } = useTranslation();
  const state = (word: string) => t(`installation.states.${word as "active"}`, { defaultValue: word });
  const school = useSchoolName();
  const ms = (value: number) => t("installation.ms", { ms: number(Math.round(value * 10) / 10) });
  return (
    <Stack gap="xl">
      <Pool pool={figures.pool} />
      <Part title={t("installation.statements")}>
        {figures.statements_known ? (
          <FigureTable
            label={t("installation.statements")}
            heads={[
              t("installation.statement"),
              t("installation.calls"),
              t("installation.mean"),
              t("installation.longest"),
              t("installation.total"),
            ]}
            rows={figures.statements.map((one) => [
              one.statement,
              number(one.calls),
              ms(one.mean_ms),
              ms(one.max_ms),
              ms(one.total_ms),
            ])}
            none={t("installation.statementsNone")}
            code
          />
        ) : (
          <Text size="sm">{t("installation.statementsUnknown")}</Text>
        )}
      </Part>
      <Part title={t("installation.connections")}>
        <FigureTable
          label={t("installation.connections")}
          heads={[t("installation.application"), t("installation.state"), t("installation.count")]}
          rows={figures.connections.map((one) => [one.application, state(one.state), number(one.count)])}
          words={2}
        />
      </Part>
      <Part title={t("installation.replicas")}>
        <FigureTable
          label={t("installation.replicas")}
          heads={[t("installation.application"), t("installation.state"), t("installation.lag")]}
          rows={figures.replicas.map((one) => [
            one.application,
            state(one.state),
            t("installation.seconds", { seconds: number(one.lag_seconds) }),
          ])}
          none={t("installation.noReplica")}
          words={2}
        />
      </Part>
      <Part title={t("installation.storage")} hint={t("installation.storageHint")}>
        <FigureTable
          label={t("installation.storage")}
          heads={[t("installation.school"), t("installation.rows"), t("installation.size")]}
          rows={figures.schools.map((one) => [
            school(one.school_id),
            number(one.estimated_rows),
            size(one.estimated_bytes),
          ])}
        />
      </Part>
      <Part title={t("installation.tables")}>
        <FigureTable
          label={t("installation.tables")}
          heads={[t("installation.table"), t("installation.rows"), t("installation.size")]}
          rows={figures.tables.map((one) => [one.table, number(one.estimated_rows), size(one.bytes)])}
        />
      </Part>
      <Part title={t("installation.requests")}>
        <FigureTable
          label={t("installation.requests")}
          heads={[t("installation.route"), t("installation.school"), t("installation.calls")]}
          rows={figures.requests.map((one) => [one.route, school(one.school_id), number(one.requests)])}
          words={2}
        />
      </Part>
      <Part title={t("installation.authCalls")}>
        <FigureTable
          label={t("installation.authCalls")}
          heads={[
            t("installation.authCall"),
            t("installation.answer"),
            t("installation.calls"),
            t("installation.mean"),
          ]}
          rows={figures.auth_calls
            .filter((one) => one.calls > 0)
            .map((one) => [one.call, one.status, number(one.calls), ms(one.mean_ms)])}
          words={2}
        />
      </Part>
    </Stack>
  );
}

function Pool({ pool }: { pool: DatabaseFigures["pool"] }) {
  const { t } = useTranslation();
  const full = pool.awaiting > 0;
  return (
    <Part title={t("installation.pool")} hint={full ? t("installation.poolFull") : t("installation.poolCalm")}>
      <Figures
        figures={[
          { value: pool.active, label: t("installation.poolActive") },
          { value: pool.idle, label: t("installation.poolIdle") },
          { value: pool.size, label: t("installation.poolSize") },
          { value: pool.awaiting, label: t("installation.poolAwaiting"), ...(full ? { kind: "bad" as const } : {}) },
        ]}
      />
    </Part>
  );
}

function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <Stack gap="sm" component="section">
      <div>
        <Title order={2} size="h4">
          {title}
        </Title>
        {hint ? (
          <Text size="sm" c="dimmed">
            {hint}
          </Text>
        ) : null}
      </div>
      {children}
    </Stack>
  );
}

/** Gives the name of a school; those beyond the first page keep their number. */
function useSchoolName(): (id: string | null) => string {
  const { t } = useTranslation();
  const { data } = api.useQuery(
    "get",
    "/api/v1/admin/schools",
    { params: { query: { page_size: 200 } } },
    { staleTime: 300_000 },
  );
  const names = new Map(data?.items.map((school) => [school.id, school.name]));
  return (id) => (id ? (names.get(id) ?? id) : t("installation.platform"));
}
