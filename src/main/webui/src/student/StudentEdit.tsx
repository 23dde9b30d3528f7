import "./words";
import { Button, Paper, Stack } from "@mantine/core";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, outdated, type Schemas } from "@/platform/api/api";
import { day } from "@/platform/i18n/formats";
import { Allowed } from "@/platform/ui/Allowed";
import { FailureAlert } from "@/platform/ui/FailureAlert";
import { FormActions } from "@/platform/ui/form/FormActions";
import { SaveForm } from "@/platform/ui/form/SaveForm";
import { UnsavedGuard } from "@/platform/ui/form/UnsavedGuard";
import { useRowForm } from "@/platform/ui/form/useRowForm";
import { Loaded } from "@/platform/ui/Loaded";
import { AnchorLink, ButtonLink } from "@/platform/ui/links";
import { done } from "@/platform/ui/notify";
import { Screen } from "@/platform/ui/Screen";
import { inputsAt } from "./inputs";
import { Refused } from "./Refused";
import { StudentFields } from "./StudentFields";
import { patchOf, type StudentValues, valuesOf } from "./studentValues";
import { useRefusal } from "./useRefusal";

const route = getRouteApi("/_in/estudiantes/$studentId/editar");

/** Changes the data of a student; guardians have screens of their own. */
export function StudentEdit() {
  const { t } = useTranslation();
  const { studentId } = route.useParams();
  const query = api.useQuery("get", "/api/v1/students/{id}", { params: { path: { id: studentId } } });
  return (
    <Allowed operation="updateStudent">
      <Loaded query={query} back={<ButtonLink to="/estudiantes">{t("student.backToList")}</ButtonLink>}>
        {(student) => (
          <Screen
            title={t("student.form.editTitle", { name: student.full_name })}
            back={
              <AnchorLink to="/estudiantes/$studentId" params={{ studentId }}>
                {student.full_name}
              </AnchorLink>
            }
          >
            <Paper withBorder p={{ base: "md", sm: "lg" }}>
              <EditForm key={student.id} student={student} />
            </Paper>
          </Screen>
        )}
      </Loaded>
    </Allowed>
  );
}

function EditForm({ student }: { student: Schemas["Student"] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const labels = useStudentLabels();
  const { refusal, take, forget } = useRefusal();
  const change = api.useMutation("patch", "/api/v1/students/{id}");
  const path = { id: student.id };
  const leave = () => navigate({ to: "/estudiantes/$studentId", params: { studentId: student.id } });
  const reading = api.useQuery("get", "/api/v1/students/{id}", { params: { path } });
  const { form, error, busy, unsaved, submit, saveLabel, conflict } = useRowForm<Schemas["Student"], StudentValues>({
    row: student,
    values: valuesOf,
    read: async () => (await reading.refetch({ throwOnError: true })).data as Schemas["Student"],
    write: (changed, version) => {
      forget();
      return change.mutateAsync({ params: { path }, body: { ...patchOf(changed), version } });
    },
    saved: async () => {
      await outdated("/students", "/guardians");
      done(t("student.form.saved"));
      await leave();
    },
    failed: (failure): boolean => take(failure, form),
    labels,
    show: (field, value) => {
      if (!value) return t("ui.none");
      if (field === "birth_date") return day(String(value));
      return field === "document_type"
        ? t(`student.documents.${value as StudentValues["document_type"]}`)
        : String(value);
    },
  });
  return (
    <SaveForm onSubmit={submit} label={t("student.form.editTitle", { name: student.full_name })}>
      <UnsavedGuard unsaved={unsaved} />
      {conflict}
      <Stack gap="lg">
        <StudentFields inputs={inputsAt(form)} />
        <FormActions
          notice={
            <>
              <FailureAlert error={error} />
              <Refused refusal={refusal} />
            </>
          }
        >
          <ButtonLink to="/estudiantes/$studentId" params={{ studentId: student.id }} variant="default">
            {t("ui.cancel")}
          </ButtonLink>
          <Button type="submit" loading={busy}>
            {saveLabel}
          </Button>
        </FormActions>
      </Stack>
    </SaveForm>
  );
}

function useStudentLabels(): Record<keyof StudentValues, string> {
  const { t } = useTranslation();
  return {
    document_type: t("student.form.documentType"),
    document_number: t("student.form.documentNumber"),
    first_name: t("student.form.firstName"),
    middle_name: t("student.form.middleName"),
    last_name: t("student.form.lastName"),
    second_last_name: t("student.form.secondLastName"),
    birth_date: t("student.form.birthDate"),
    gender: t("student.gender"),
  };
}
