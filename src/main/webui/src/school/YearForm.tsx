import "./words";
import { Button, Group, NativeSelect, Paper, Stack, TextInput, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, outdated, queries, type Schemas } from "@/platform/api/api";
import { day } from "@/platform/i18n/formats";
import { FailureAlert } from "@/platform/ui/FailureAlert";
import { UnsavedGuard } from "@/platform/ui/form/UnsavedGuard";
import { useRowForm } from "@/platform/ui/form/useRowForm";
import { done } from "@/platform/ui/notify";
import { reasonOf } from "./faultWords";
import { leftOutside, yearFaults } from "./yearDraft";

type Year = Schemas["Year"];
type Props = { year: Year; periods: readonly Schemas["Period"][] };

const statuses = ["planning", "active", "closed", "archived"] as const;

/** The data of a year. */
export function YearForm(props: Props) {
  const [saved, setSaved] = useState(0);
  return <Fields key={saved} {...props} onSaved={() => setSaved(saved + 1)} />;
}

function Fields({ year, periods, onSaved }: Props & { onSaved: () => void }) {
  const { t } = useTranslation();
  const path = { id: year.id };
  const update = api.useMutation("patch", "/api/v1/schools/me/years/{id}");
  const labels = {
    name: t("school.year.name"),
    starts_on: t("school.year.starts_on"),
    ends_on: t("school.year.ends_on"),
    status: t("school.year.status"),
  };
  const server = useRowForm({
    row: year,
    values: ({ name, starts_on, ends_on, status }) => ({ name, starts_on, ends_on, status }),
    read: () =>
      queries.fetchQuery(
        api.queryOptions("get", "/api/v1/schools/me/years/{id}", { params: { path } }, { staleTime: 0 }),
      ),
    write: (changed, version) => update.mutateAsync({ params: { path }, body: { ...changed, version } }),
    saved: async () => {
      await outdated("/schools/me/years");
      done(t("school.year.saved"));
      onSaved();
    },
    failed: (error) => taken(error),
    labels,
    show: (field, value) =>
      field === "status"
        ? t(`school.years.status.${value as Year["status"]}`)
        : field === "name"
          ? String(value)
          : day(String(value)),
  });
  const { form } = server;
  /** Refused for the name, or for a period that somebody else added meanwhile. */
  function taken(error: unknown): boolean {
    const reason = reasonOf(error);
    if (reason === "year.name_taken") form.setFieldError("name", t("school.fault.nameTaken"));
    else if (reason === "period.outside_year") {
      outdated("/schools/me/years");
      form.setFieldError("ends_on", t("school.fault.leavesOut", { name: t("school.period.title") }));
    } else return false;
    return true;
  }
  const submit = form.onSubmit((values) => {
    const faults = Object.entries(yearFaults(values)).map(([field, word]) => [field, t(`school.fault.${word}`)]);
    const [outside] = faults.length === 0 ? leftOutside(values, periods) : [];
    if (outside) {
      const field = outside.starts_on < values.starts_on ? "starts_on" : "ends_on";
      faults.push([field, t("school.fault.leavesOut", { name: outside.name })]);
    }
    if (faults.length === 0) return server.save(values);
    form.setErrors(Object.fromEntries(faults));
    form.getInputNode(String(faults[0]?.[0]))?.focus();
  });
  return (
    <form onSubmit={submit} noValidate>
      <UnsavedGuard unsaved={server.unsaved} />
      {server.conflict}
      <Paper withBorder p={{ base: "md", sm: "lg" }}>
        <Stack>
          <Title order={2} size="h4">
            {t("school.year.edit")}
          </Title>
          <FailureAlert error={server.error} />
          <Group align="flex-start" gap="sm">
            <TextInput
              label={labels.name}
              maxLength={30}
              required
              key={form.key("name")}
              {...form.getInputProps("name")}
            />
            <TextInput
              label={labels.starts_on}
              type="date"
              required
              key={form.key("starts_on")}
              {...form.getInputProps("starts_on")}
            />
            <TextInput
              label={labels.ends_on}
              type="date"
              required
              key={form.key("ends_on")}
              {...form.getInputProps("ends_on")}
            />
            <NativeSelect
              label={labels.status}
              data={statuses.map((value) => ({
                value,
                label: `${t(`school.years.status.${value}`)}: ${t(`school.years.statusHint.${value}`)}`,
              }))}
              maw="100%"
              key={form.key("status")}
              {...form.getInputProps("status")}
            />
          </Group>
          <Group justify="flex-end">
            <Button type="submit" loading={server.busy}>
              {t("ui.save")}
            </Button>
          </Group>
        </Stack>
      </Paper>
    </form>
  );
}
