import "./guardianWords";
import { Button, Group, SimpleGrid, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, outdated, type Schemas } from "@/platform/api/api";
import { Dialog } from "@/platform/ui/Dialog";
import { FailureAlert } from "@/platform/ui/FailureAlert";
import { SaveForm } from "@/platform/ui/form/SaveForm";
import { UnsavedGuard } from "@/platform/ui/form/UnsavedGuard";
import { useServerForm } from "@/platform/ui/form/useServerForm";
import { done } from "@/platform/ui/notify";
import { type Restriction, today, weakens } from "./restrictions";
import { useOthersWords } from "./useOthersWords";

export type RestrictedLink = { id: string; version: number; name: string; restriction?: Restriction | undefined };
type Props = { link: RestrictedLink; student: Schemas["Student"]; onClose: () => void };

/** Sets a restriction or changes it. Whoever shortens one says why. */
export function RestrictionForm({ link, student, onClose }: Props) {
  const { t } = useTranslation();
  const tellOthers = useOthersWords();
  const change = api.useMutation("patch", "/api/v1/students/{student}/guardians/{id}");
  const [before] = useState(link.restriction);
  const [shortens, setShortens] = useState(false);
  const wanted = (values: { text: string; from: string; to: string }): Restriction => ({
    text: values.text.trim(),
    from: values.from || null,
    to: values.to || null,
  });
  const { form, error, busy, unsaved, submit, saveLabel } = useServerForm({
    initial: {
      text: before?.text ?? "",
      from: before?.from ?? "",
      to: before?.to ?? "",
      restriction_lift_reason: "",
    },
    send: async ({ restriction_lift_reason, ...values }) => {
      const restriction = wanted(values);
      const weaker = before !== undefined && weakens(before, restriction, today());
      const answer = await change.mutateAsync({
        params: { path: { student: student.id, id: link.id } },
        body: { restriction, version: link.version, ...(weaker ? { restriction_lift_reason } : {}) },
      });
      tellOthers(answer);
    },
    saved: async () => {
      onClose();
      done(t("guardian.restriction.saved"));
      await outdated("/students", "/guardians");
    },
  });
  const look = () => setShortens(before !== undefined && weakens(before, wanted(form.getValues()), today()));
  return (
    <Dialog
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={t("guardian.restriction.title", { name: link.name })}
    >
      <SaveForm onSubmit={submit}>
        <UnsavedGuard unsaved={unsaved} />
        <Stack onBlur={look} onChange={look}>
          <Text size="sm">{t("guardian.restriction.hint", { student: student.full_name })}</Text>
          <Textarea
            label={t("guardian.restriction.text")}
            description={t("guardian.restriction.textHint")}
            required
            rows={4}
            maxLength={1000}
            data-autofocus
            key={form.key("text")}
            {...form.getInputProps("text")}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput
              type="date"
              label={t("guardian.restriction.from")}
              description={t("guardian.restriction.daysHint")}
              key={form.key("from")}
              {...form.getInputProps("from")}
            />
            <TextInput
              type="date"
              label={t("guardian.restriction.to")}
              description={t("guardian.restriction.daysHint")}
              key={form.key("to")}
              {...form.getInputProps("to")}
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
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("ui.cancel")}
            </Button>
            <Button type="submit" loading={busy}>
              {saveLabel}
            </Button>
          </Group>
        </Stack>
      </SaveForm>
    </Dialog>
  );
}
