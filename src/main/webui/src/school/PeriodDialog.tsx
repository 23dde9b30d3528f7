import "./words";
import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { api, outdated, queries, type Schemas } from "@/platform/api/api";
import { day } from "@/platform/i18n/formats";
import { FailureAlert } from "@/platform/ui/FailureAlert";
import { DialogActions, FormDialog } from "@/platform/ui/form/FormDialog";
import { useRowForm } from "@/platform/ui/form/useRowForm";
import { useServerForm } from "@/platform/ui/form/useServerForm";
import { done } from "@/platform/ui/notify";
import { reasonOf, usePeriodWords } from "./faultWords";
import { type PeriodFaults, type PeriodFields, periodFaults, weightOf } from "./periodFaults";

type Year = Schemas["Year"];
type Period = Schemas["Period"];
type Props = { year: Year; others: readonly Period[]; onClose: () => void };
type Server = ReturnType<typeof useServerForm<PeriodFields>>;

const LIST = "/api/v1/schools/me/years/{year}/periods";
const ONE = "/api/v1/schools/me/years/{year}/periods/{id}";

/** Adds a period to a year. */
export function AddPeriod({ year, others, onClose }: Props) {
  const { t } = useTranslation();
  const key = useRef(crypto.randomUUID());
  const create = api.useMutation("post", LIST);
  const refused = useRefused(year);
  const server: Server = useServerForm<PeriodFields>({
    initial: { name: "", starts_on: "", ends_on: "", weight: "" },
    send: ({ name, starts_on, ends_on, weight }) =>
      create.mutateAsync({
        params: { path: { year: year.id }, header: { "Idempotency-Key": key.current } },
        body: { name: name.trim(), starts_on, ends_on, weight: weightOf(weight) },
      }),
    saved: () => finish(t("school.period.saved"), onClose),
    failed: (error) => refused(error, server),
  });
  return (
    <FormDialog unsaved={server.unsaved} onClose={onClose} title={t("school.period.addTitle", { year: year.name })}>
      <Fields server={server} year={year} others={others} />
    </FormDialog>
  );
}

/** Changes a period. */
export function EditPeriod({ year, period, others, onClose }: Props & { period: Period }) {
  const { t } = useTranslation();
  const params = { path: { year: year.id, id: period.id } };
  const update = api.useMutation("patch", ONE);
  const refused = useRefused(year);
  const server: Server & { conflict: React.ReactNode } = useRowForm<Period, PeriodFields>({
    row: period,
    values: ({ name, starts_on, ends_on, weight }) => ({ name, starts_on, ends_on, weight: String(weight ?? "") }),
    read: () => queries.fetchQuery(api.queryOptions("get", ONE, { params }, { staleTime: 0 })),
    write: ({ weight, ...changed }, version) =>
      update.mutateAsync({
        params,
        body: { ...changed, ...(weight === undefined ? {} : { weight: weightOf(weight) }), version },
      }),
    saved: () => finish(t("school.period.saved"), onClose),
    failed: (error) => refused(error, server),
    labels: {
      name: t("school.period.name"),
      starts_on: t("school.period.starts_on"),
      ends_on: t("school.period.ends_on"),
      weight: t("school.period.weight"),
    },
    show: (field, value) => (field === "starts_on" || field === "ends_on" ? day(String(value)) : String(value)),
  });
  return (
    <FormDialog unsaved={server.unsaved} onClose={onClose} title={t("school.period.editTitle", { name: period.name })}>
      {server.conflict}
      <Fields server={server} year={year} others={others} />
    </FormDialog>
  );
}

async function finish(words: string, onClose: () => void) {
  await outdated("/schools/me/years");
  done(words);
  onClose();
}

/** The service knows periods that this page has not read yet: its refusal stands at the field, and the list is read anew. */
function useRefused(year: Year) {
  const { t } = useTranslation();
  const words = usePeriodWords();
  return (error: unknown, { form }: Server): boolean => {
    const faults: Record<string, Record<string, string>> = {
      "period.name_taken": words({ name: { word: "repeated" } }),
      "period.overlaps": { starts_on: t("school.fault.overlapsUnknown") },
      "period.outside_year": words({ starts_on: { word: "outside", from: year.starts_on, to: year.ends_on } }),
    };
    const found = faults[reasonOf(error) ?? ""];
    if (!found) return false;
    form.setErrors(found);
    outdated("/schools/me/years");
    return true;
  };
}

type FieldsProps = { server: Server; year: Year; others: readonly Period[] };

function Fields({ server, year, others }: FieldsProps) {
  const { t } = useTranslation();
  const words = usePeriodWords();
  const { form } = server;
  const submit = form.onSubmit((values) => {
    const faults: PeriodFaults = periodFaults(values, year, others);
    const [first] = Object.keys(faults);
    if (!first) return server.save(values);
    form.setErrors(words(faults));
    form.getInputNode(first)?.focus();
  });
  const span = { type: "date", required: true, min: year.starts_on, max: year.ends_on } as const;
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <FailureAlert error={server.error} />
        <TextInput
          label={t("school.period.name")}
          maxLength={60}
          required
          data-autofocus
          key={form.key("name")}
          {...form.getInputProps("name")}
        />
        <Group grow align="flex-start">
          <TextInput
            label={t("school.period.starts_on")}
            {...span}
            key={form.key("starts_on")}
            {...form.getInputProps("starts_on")}
          />
          <TextInput
            label={t("school.period.ends_on")}
            {...span}
            key={form.key("ends_on")}
            {...form.getInputProps("ends_on")}
          />
        </Group>
        <TextInput
          label={t("school.period.weight")}
          description={t("school.period.weightHint")}
          inputMode="decimal"
          maxLength={10}
          key={form.key("weight")}
          {...form.getInputProps("weight")}
        />
        <DialogActions>
          <Button type="submit" loading={server.busy}>
            {t("ui.save")}
          </Button>
        </DialogActions>
      </Stack>
    </form>
  );
}
