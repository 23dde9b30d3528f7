import "./words";
import { Alert, Button, Group, Paper, Stack, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, outdated, type Schemas } from "@/platform/api/api";
import { failureOf } from "@/platform/api/problem";
import { useCan } from "@/platform/permissions/permissions";
import { Confirm } from "@/platform/ui/Confirm";
import { Empty } from "@/platform/ui/Empty";
import { done } from "@/platform/ui/notify";
import { AddPeriod, EditPeriod } from "./PeriodDialog";
import { WeightSum } from "./PeriodRows";
import { PeriodTable } from "./PeriodTable";

type Period = Schemas["Period"];
type Props = { year: Schemas["Year"]; periods: readonly Period[] };

/** The periods of a year, with what may be done about each. */
export function Periods({ year, periods }: Props) {
  const { t } = useTranslation();
  const can = useCan();
  const [open, setOpen] = useState<{ what: "add" } | { what: "edit" | "remove"; period: Period } | null>(null);
  const close = () => setOpen(null);
  const add = can("createPeriod") ? (
    <Button variant="default" leftSection={<IconPlus size={18} />} onClick={() => setOpen({ what: "add" })}>
      {t("school.period.add")}
    </Button>
  ) : null;
  return (
    <Paper withBorder p={{ base: "md", sm: "lg" }}>
      <Stack>
        <Group justify="space-between">
          <Title order={2} size="h4">
            {t("school.period.title")}
          </Title>
          {periods.length > 0 ? add : null}
        </Group>
        {periods.length === 0 ? (
          <Empty title={t("school.period.empty")} hint={t("school.period.emptyHint")}>
            {add}
          </Empty>
        ) : (
          <PeriodTable
            periods={periods}
            {...(can("updatePeriod") ? { onEdit: (period: Period) => setOpen({ what: "edit", period }) } : {})}
            {...(can("deletePeriod") ? { onRemove: (period: Period) => setOpen({ what: "remove", period }) } : {})}
          />
        )}
        <WeightSum weights={periods.map(({ weight }) => weight)} />
      </Stack>
      {open?.what === "add" ? <AddPeriod year={year} others={periods} onClose={close} /> : null}
      {open?.what === "edit" ? (
        <EditPeriod
          year={year}
          period={open.period}
          others={periods.filter(({ id }) => id !== open.period.id)}
          onClose={close}
        />
      ) : null}
      {open?.what === "remove" ? <Removal period={open.period} onClose={close} /> : null}
    </Paper>
  );
}

function Removal({ period, onClose }: { period: Period; onClose: () => void }) {
  const { t } = useTranslation();
  const [used, setUsed] = useState(false);
  const remove = api.useMutation("delete", "/api/v1/schools/me/years/{year}/periods/{id}");
  const confirm = async () => {
    setUsed(false);
    try {
      await remove.mutateAsync({
        params: {
          path: { year: period.school_year_id, id: period.id },
          header: { "If-Match": `"${period.version}"` },
        },
      });
      done(t("school.period.removed", { name: period.name }));
    } catch (error) {
      const { status } = failureOf(error);
      setUsed(status === 409);
      // Somebody else has removed it already.
      if (status !== 404) throw error;
    } finally {
      await outdated("/schools/me/years");
    }
  };
  return (
    <Confirm
      opened
      onClose={onClose}
      danger
      title={t("school.period.removeTitle", { name: period.name })}
      consequence={t("school.period.removeText")}
      action={t("school.period.remove")}
      onConfirm={confirm}
    >
      {used ? <Alert color="yellow">{t("school.period.used")}</Alert> : null}
    </Confirm>
  );
}
