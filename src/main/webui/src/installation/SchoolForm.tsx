import "./words";
import { Button, Stack, TextInput } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { client, outdated } from "@/platform/api/api";
import { isProblem } from "@/platform/api/problem";
import { FailureAlert } from "@/platform/ui/FailureAlert";
import { Conflict } from "@/platform/ui/form/Conflict";
import { DialogActions, FormDialog } from "@/platform/ui/form/FormDialog";
import { type Clash, merge } from "@/platform/ui/form/merge";
import { useServerForm } from "@/platform/ui/form/useServerForm";
import { done } from "@/platform/ui/notify";
import type { School } from "./SchoolList";

type Props = { school: School | null; onClose: () => void };
type Values = { name: string; nit: string; resolution: string };

const valuesOf = (school: School | null): Values => ({
  name: school?.name ?? "",
  nit: school?.nit ?? "",
  resolution: school?.resolution ?? "",
});

/** A new school, or what the platform keeps of one. */
export default function SchoolForm({ school, onClose }: Props) {
  const { t } = useTranslation();
  // The row on which the form stands; somebody else's version takes its place after a conflict.
  const row = useRef(school);
  const [clash, setClash] = useState<{ clashes: Clash<Values>[]; mine: Values } | null>(null);
  // One for each opening of the form, so that a second click creates no second school.
  const [key] = useState(() => crypto.randomUUID());
  const labels = {
    name: t("installation.name"),
    nit: t("installation.nit"),
    resolution: t("installation.resolution"),
  };

  const send = async (values: Values, changed: Partial<Values>) => {
    const { error } = row.current
      ? await client.PATCH("/api/v1/admin/schools/{id}", {
          params: { path: { id: row.current.id } },
          body: { ...blank(changed), version: row.current.version },
        })
      : await client.POST("/api/v1/admin/schools", {
          params: { header: { "Idempotency-Key": key } },
          body: { ...blank(values), name: values.name },
        });
    if (error) throw error;
  };
  const saved = () => {
    outdated("/admin/schools", "/auth");
    done(school ? t("ui.saved") : t("installation.created"));
    onClose();
  };
  const failed = async (error: unknown, values: Values) => {
    if (!isProblem(error) || error.status !== 412 || !row.current) return false;
    const { data } = await client.GET("/api/v1/admin/schools/{id}", { params: { path: { id: row.current.id } } });
    if (!data) return false;
    const { merged, clashes } = merge(valuesOf(row.current), values, valuesOf(data));
    row.current = data;
    form.setValues(merged);
    setClash({ clashes, mine: values });
    return true;
  };
  const { form, error, busy, unsaved, submit, save } = useServerForm({
    initial: valuesOf(school),
    send,
    saved,
    failed,
  });

  const chosen = (fields: (keyof Values & string)[]) => {
    const values = { ...form.getValues() };
    for (const field of fields) values[field] = clash?.mine[field] ?? "";
    form.setValues(values);
    setClash(null);
    save(values);
  };
  return (
    <FormDialog
      unsaved={unsaved}
      onClose={onClose}
      title={school ? t("installation.editTitle", { name: school.name }) : t("installation.create")}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            key={form.key("name")}
            label={labels.name}
            required
            data-autofocus
            maxLength={200}
            {...form.getInputProps("name")}
          />
          <TextInput
            key={form.key("nit")}
            label={labels.nit}
            description={t("installation.nitHint")}
            inputMode="numeric"
            maxLength={20}
            {...form.getInputProps("nit")}
          />
          <TextInput
            key={form.key("resolution")}
            label={labels.resolution}
            maxLength={200}
            {...form.getInputProps("resolution")}
          />
          <FailureAlert error={error} />
          <DialogActions>
            <Button type="submit" loading={busy}>
              {t("ui.save")}
            </Button>
          </DialogActions>
        </Stack>
      </form>
      {clash ? (
        <Conflict
          clashes={clash.clashes}
          labels={labels}
          show={(_, value) => String(value ?? "") || t("ui.none")}
          onChosen={chosen}
          onClose={() => setClash(null)}
        />
      ) : null}
    </FormDialog>
  );
}

/** The API knows no empty text: a field that was emptied has no value. */
const blank = (values: Partial<Values>) =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [field, value?.trim() ? value.trim() : null]));
