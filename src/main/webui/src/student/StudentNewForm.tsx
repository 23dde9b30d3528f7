import "./words";
import { Alert, Button, Stack, Text } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, outdated, type Schemas } from "@/platform/api/api";
import { failureOf } from "@/platform/api/problem";
import { FailureAlert } from "@/platform/ui/FailureAlert";
import { FormActions } from "@/platform/ui/form/FormActions";
import { SaveForm } from "@/platform/ui/form/SaveForm";
import { UnsavedGuard } from "@/platform/ui/form/UnsavedGuard";
import { useServerForm } from "@/platform/ui/form/useServerForm";
import { ButtonLink } from "@/platform/ui/links";
import { done } from "@/platform/ui/notify";
import { GuardianBlocks } from "./GuardianBlocks";
import { isBlank } from "./guardianDraft";
import { inputsAt } from "./inputs";
import { Refused } from "./Refused";
import { guardianOf } from "./refusals";
import { StudentFields } from "./StudentFields";
import { type NewStudentValues, studentBody } from "./studentValues";
import { useLinkedWords } from "./useLinkedWords";
import { useRefusal } from "./useRefusal";

type Props = { initial: NewStudentValues; focus: boolean; onAnother: () => void };

/** One new student with guardians. What was typed stays when the network is gone, and is sent again under the same key. */
export function StudentNewForm({ initial, focus, onAnother }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const tellLinked = useLinkedWords();
  const create = api.useMutation("post", "/api/v1/students");
  const [key] = useState(() => crypto.randomUUID());
  const acceptFormer = useRef(false);
  const another = useRef(false);
  const made = useRef<Schemas["Student"] | null>(null);
  const { refusal, take, forget } = useRefusal();
  const [sentBefore, setSentBefore] = useState(false);

  const { form, error, busy, unsaved, submit, save, saveLabel } = useServerForm<NewStudentValues>({
    initial,
    send: async () => {
      forget();
      withoutBlanks();
      made.current = await create.mutateAsync({
        params: { header: { "Idempotency-Key": key } },
        body: studentBody(form.getValues(), acceptFormer.current),
      });
    },
    saved: async () => {
      const student = made.current;
      await outdated("/students", "/guardians");
      if (!student) return;
      done(t("student.form.created", { name: student.full_name }));
      student.guardians.forEach(tellLinked);
      if (another.current) onAnother();
      else await navigate({ to: "/estudiantes/$studentId", params: { studentId: student.id } });
    },
    failed: (failure): boolean => {
      const reused = failureOf(failure).code === "idempotency.key_reused";
      setSentBefore(reused);
      return reused || take(failure, form);
    },
  });

  /** Blocks in which nobody wrote anything are no guardians; without them the places in the answer fit the form. */
  const withoutBlanks = () => {
    const { guardians } = form.getValues();
    if (guardians.some(isBlank)) {
      form.setFieldValue(
        "guardians",
        guardians.filter((one) => !isBlank(one)),
      );
    }
  };
  const insist = () => {
    const guardian = refusal ? guardianOf(refusal) : null;
    if (guardian === null) acceptFormer.current = true;
    else form.setFieldValue(`guardians.${guardian}.another_person`, true as never);
    save(form.getValues());
  };
  useEffect(() => {
    if (focus) form.getInputNode("document_number")?.focus();
  }, [focus, form.getInputNode]);

  return (
    <SaveForm
      label={t("student.form.newTitle")}
      onSubmit={(event) => {
        another.current = (event.nativeEvent as SubmitEvent).submitter?.id === ANOTHER;
        submit(event);
      }}
    >
      <UnsavedGuard unsaved={unsaved} />
      <Stack gap="lg">
        <StudentFields inputs={inputsAt(form)} />
        <GuardianBlocks form={form} />
        <FormActions
          notice={
            <>
              <FailureAlert error={error} />
              <Refused refusal={refusal} busy={busy} onAnother={insist} />
              {sentBefore ? (
                <Alert role="alert" color="orange">
                  <Stack align="flex-start" gap="xs">
                    {t("student.form.keyReused")}
                    <ButtonLink
                      to="/estudiantes"
                      search={{ q: form.getValues().document_number }}
                      target="_blank"
                      size="compact-sm"
                      variant="default"
                    >
                      {t("student.form.openList")}
                    </ButtonLink>
                  </Stack>
                </Alert>
              ) : null}
            </>
          }
        >
          <ButtonLink to="/estudiantes" variant="default">
            {t("ui.cancel")}
          </ButtonLink>
          <Button type="submit" id={ANOTHER} variant="light" loading={busy}>
            <Text span inherit visibleFrom="sm">
              {t("student.form.saveAnother")}
            </Text>
            <Text span inherit hiddenFrom="sm">
              {t("student.form.saveAnotherShort")}
            </Text>
          </Button>
          <Button type="submit" loading={busy}>
            {saveLabel}
          </Button>
        </FormActions>
      </Stack>
    </SaveForm>
  );
}

const ANOTHER = "save-another";
