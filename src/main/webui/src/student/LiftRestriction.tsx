import "./guardianWords";
import { Button, Stack, Text, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api, outdated, type Schemas } from "@/platform/api/api";
import { FailureAlert } from "@/platform/ui/FailureAlert";
import { DialogActions, FormDialog } from "@/platform/ui/form/FormDialog";
import { SaveForm } from "@/platform/ui/form/SaveForm";
import { useServerForm } from "@/platform/ui/form/useServerForm";
import { done } from "@/platform/ui/notify";
import type { RestrictedLink } from "./RestrictionForm";
import { useOthersWords } from "./useOthersWords";

type Props = { link: RestrictedLink; student: Schemas["Student"]; onClose: () => void };

/** Lifts a restriction, with the reason that the audit log keeps. */
export function LiftRestriction({ link, student, onClose }: Props) {
  const { t } = useTranslation();
  const tellOthers = useOthersWords();
  const change = api.useMutation("patch", "/api/v1/students/{student}/guardians/{id}");
  const { form, error, busy, unsaved, submit } = useServerForm({
    initial: { restriction_lift_reason: "" },
    send: async ({ restriction_lift_reason }) => {
      const answer = await change.mutateAsync({
        params: { path: { student: student.id, id: link.id } },
        body: { restriction: null, restriction_lift_reason, version: link.version },
      });
      tellOthers(answer);
    },
    saved: async () => {
      onClose();
      done(t("guardian.restriction.lifted"));
      await outdated("/students", "/guardians");
    },
  });
  return (
    <FormDialog unsaved={unsaved} onClose={onClose} title={t("guardian.restriction.liftTitle", { name: link.name })}>
      <SaveForm onSubmit={submit}>
        <Stack>
          <Text size="sm">{t("guardian.restriction.liftText", { student: student.full_name })}</Text>
          <TextInput
            label={t("guardian.restriction.reason")}
            description={t("guardian.restriction.reasonHint")}
            required
            maxLength={300}
            data-autofocus
            key={form.key("restriction_lift_reason")}
            {...form.getInputProps("restriction_lift_reason")}
          />
          <FailureAlert error={error} />
          <DialogActions>
            <Button type="submit" color="red" loading={busy}>
              {t("guardian.restriction.lift")}
            </Button>
          </DialogActions>
        </Stack>
      </SaveForm>
    </FormDialog>
  );
}
