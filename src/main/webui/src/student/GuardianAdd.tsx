import "./words";
import "./guardianWords";
import { Button, Paper, Stack } from "@mantine/core";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, outdated, type Schemas } from "@/platform/api/api";
import { Allowed } from "@/platform/ui/Allowed";
import { FailureAlert } from "@/platform/ui/FailureAlert";
import { FormActions } from "@/platform/ui/form/FormActions";
import { SaveForm } from "@/platform/ui/form/SaveForm";
import { UnsavedGuard } from "@/platform/ui/form/UnsavedGuard";
import { useServerForm } from "@/platform/ui/form/useServerForm";
import { Loaded } from "@/platform/ui/Loaded";
import { AnchorLink, ButtonLink } from "@/platform/ui/links";
import { done } from "@/platform/ui/notify";
import { Screen } from "@/platform/ui/Screen";
import { GuardianFields } from "./GuardianFields";
import { GuardianPicker } from "./GuardianPicker";
import { type GuardianDraft, guardianBody, noGuardian } from "./guardianDraft";
import { inputsAt } from "./inputs";
import { Refused } from "./Refused";
import { useLinkedWords } from "./useLinkedWords";
import { useRefusal } from "./useRefusal";

const route = getRouteApi("/_in/estudiantes/$studentId/acudientes/nuevo");

/** Links a guardian to a student: somebody whom the school has, or somebody new. */
export function GuardianAdd() {
  const { t } = useTranslation();
  const { studentId } = route.useParams();
  const query = api.useQuery("get", "/api/v1/students/{id}", { params: { path: { id: studentId } } });
  return (
    <Allowed operation="createStudentGuardian">
      <Loaded query={query} back={<ButtonLink to="/estudiantes">{t("student.backToList")}</ButtonLink>}>
        {(student) => (
          <Screen
            title={t("guardian.addTitle")}
            lead={t("guardian.addLead", { name: student.full_name })}
            back={
              <AnchorLink to="/estudiantes/$studentId" params={{ studentId }} search={{ tab: "acudientes" }}>
                {student.full_name}
              </AnchorLink>
            }
          >
            <AddForm key={student.id} student={student} />
          </Screen>
        )}
      </Loaded>
    </Allowed>
  );
}

function AddForm({ student }: { student: Schemas["Student"] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const tellLinked = useLinkedWords();
  const add = api.useMutation("post", "/api/v1/students/{student}/guardians");
  const [key] = useState(() => crypto.randomUUID());
  const [initial] = useState(() => noGuardian(student.guardians.length === 0));
  const [picked, setPicked] = useState(0);
  const made = useRef<Schemas["StudentGuardian"] | null>(null);
  const { refusal, take, forget } = useRefusal();
  const { form, error, busy, unsaved, submit, save, saveLabel } = useServerForm<GuardianDraft>({
    initial,
    send: async (values) => {
      forget();
      made.current = await add.mutateAsync({
        params: { path: { student: student.id }, header: { "Idempotency-Key": key } },
        body: guardianBody(values),
      });
    },
    saved: async () => {
      await outdated("/students", "/guardians");
      if (made.current) {
        done(t("guardian.added", { name: made.current.full_name }));
        tellLinked(made.current);
      }
      await navigate({
        to: "/estudiantes/$studentId",
        params: { studentId: student.id },
        search: { tab: "acudientes" },
      });
    },
    failed: (failure): boolean => take(failure, form),
  });
  const pick = (person: Schemas["Guardian"]) => {
    const { document_type, document_number, full_name, phone, email } = person;
    form.setValues({ document_type, document_number, full_name, phone: phone ?? "", email: email ?? "" });
    setPicked(picked + 1);
  };
  const insist = () => {
    form.setFieldValue("another_person", true);
    save(form.getValues());
  };
  const primaryNow = student.guardians.find((link) => link.is_primary)?.full_name;
  return (
    <Paper withBorder p={{ base: "md", sm: "lg" }}>
      <Stack gap="lg">
        <GuardianPicker onPick={pick} />
        <SaveForm onSubmit={submit} label={t("guardian.addTitle")}>
          <UnsavedGuard unsaved={unsaved} />
          <Stack gap="lg">
            <GuardianFields key={picked} inputs={inputsAt(form)} primaryNow={primaryNow} />
            <FormActions
              notice={
                <>
                  <FailureAlert error={error} />
                  <Refused refusal={refusal} studentId={student.id} busy={busy} onAnother={insist} />
                </>
              }
            >
              <ButtonLink
                to="/estudiantes/$studentId"
                params={{ studentId: student.id }}
                search={{ tab: "acudientes" }}
                variant="default"
              >
                {t("ui.cancel")}
              </ButtonLink>
              <Button type="submit" loading={busy}>
                {saveLabel}
              </Button>
            </FormActions>
          </Stack>
        </SaveForm>
      </Stack>
    </Paper>
  );
}
