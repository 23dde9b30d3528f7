import "./guardianWords";
import { Button, SimpleGrid, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, outdated, type Schemas } from "@/platform/api/api";
import { FailureAlert } from "@/platform/ui/FailureAlert";
import { DialogActions, FormDialog } from "@/platform/ui/form/FormDialog";
import { SaveForm } from "@/platform/ui/form/SaveForm";
import { useServerForm } from "@/platform/ui/form/useServerForm";
import { done } from "@/platform/ui/notify";
import { type Restriction, today, weakens } from "./restrictions";
import { useOthersWords } from "./useOthersWords";

export type RestrictedLink = { id: string; version: number; name: string; restriction?: Restriction | undefined };
type Props = { link: RestrictedLink; student: Schemas["Student"]; onClose: () => void };

const wantedOf = ({ text, from, to }: Record<"text" | "from" | "to", string>): Restriction => ({
  text: text.trim(),
  from: from || null,
  to: to || null,
});

/** Sets a restriction or changes it. Whoever shortens one says why. */
export function RestrictionForm({ link, student, onClose }: Props) {
  const { t } = useTranslation();
  const tellOthers = useOthersWords();
  const change = api.useMutation("patch", "/api/v1/students/{student}/guardians/{id}");
  const [before] = useState(link.restriction);
  const [shortens, setShortens] = useState(false);
  const [from, setFrom] = useState(before?.from ?? "");
  const weaker = (wanted: Restriction) => before !== undefined && weakens(before, wanted, today());
  const { form, error, busy, unsaved, submit, saveLabel } = useServerForm({
    initial: {
      restriction: { text: before?.text ?? "", from: before?.from ?? "", to: before?.to ?? "" },
      restriction_lift_reason: "",
    },
    send: async ({ restriction_lift_reason, ...values }) => {
      const restriction = wantedOf(values.restriction);
      const answer = await change.mutateAsync({
        params: { path: { student: student.id, id: link.id } },
        body: { restriction, version: link.version, ...(weaker(restriction) ? { restriction_lift_reason } : {}) },
      });
      tellOthers(answer);
    },
    saved: async () => {
      onClose();
      done(t("guardian.restriction.saved"));
      await outdated("/students", "/guardians");
    },
  });
  const look = () => {
    const { restriction } = form.getValues();
    setShortens(weaker(wantedOf(restriction)));
    setFrom(restriction.from);
  };
  return (
    <FormDialog unsaved={unsaved} onClose={onClose} title={t("guardian.restriction.title", { name: link.name })}>
      <SaveForm onSubmit={submit}>
        <Stack onBlur={look} onChange={look}>
          <Text size="sm">{t("guardian.restriction.hint", { student: student.full_name })}</Text>
          <Textarea
            label={t("guardian.restriction.text")}
            description={t("guardian.restriction.textHint")}
            required
            rows={4}
            maxLength={1000}
            data-autofocus
            key={form.key("restriction.text")}
            {...form.getInputProps("restriction.text")}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput
              type="date"
              label={t("guardian.restriction.from")}
              description={t("guardian.restriction.daysHint")}
              key={form.key("restriction.from")}
              {...form.getInputProps("restriction.from")}
            />
            <TextInput
              type="date"
              label={t("guardian.restriction.to")}
              min={from || undefined}
              description={t("guardian.restriction.daysHint")}
              key={form.key("restriction.to")}
              {...form.getInputProps("restriction.to")}
            />
          </SimpleGrid>
          {shortens ? (
            <TextInput
              label={t("guardian.restriction.reason")}
              description={`${t("guardian.restriction.shortens")} ${t("guardian.restriction.reasonHint")}`}
              required
              maxLength={300}
              key={form.key("restriction_lift_reason")}
              {...form.getInputProps("restriction_lift_reason")}
            />
          ) : null}
          <FailureAlert error={error} />
          <DialogActions>
            <Button type="submit" loading={busy}>
              {saveLabel}
            </Button>
          </DialogActions>
        </Stack>
      </SaveForm>
    </FormDialog>
  );
}
