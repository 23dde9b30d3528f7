import "./guardianWords";
import { Button, Checkbox, NumberInput, Paper, SimpleGrid, Stack } from "@mantine/core";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, outdated, type Schemas } from "@/platform/api/api";
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
import { FlagFields, useFlagWords } from "./FlagFields";
import { RelationshipField } from "./GuardianFields";
import { type Flag, flags } from "./guardianDraft";
import { inputsAt } from "./inputs";
import { Refused } from "./Refused";
import { RestrictionNote } from "./RestrictionNote";
import { useRefusal } from "./useRefusal";

type Link = Schemas["StudentGuardian"];
type LinkValues = { relationship: string; priority: number; is_active: boolean } & Record<Flag, boolean>;

const route = getRouteApi("/_in/estudiantes/$studentId/acudientes/$linkId");

/** What a guardian is to one student, and may do; the person has a screen of their own. */
export function LinkEdit() {
  const { t } = useTranslation();
  const { studentId, linkId } = route.useParams();
  const student = api.useQuery("get", "/api/v1/students/{id}", { params: { path: { id: studentId } } });
  const link = api.useQuery("get", "/api/v1/students/{student}/guardians/{id}", {
    params: { path: { student: studentId, id: linkId } },
  });
  const back = (
    <ButtonLink to="/estudiantes/$studentId" params={{ studentId }} search={{ tab: "acudientes" }} variant="default">
      {t("ui.back")}
    </ButtonLink>
  );
  return (
    <Allowed operation="updateStudentGuardian">
      <Loaded query={student} back={back}>
        {(child) => (
          <Loaded query={link} back={back}>
            {(one) => (
              <Screen
                title={t("guardian.linkTitle", { name: one.full_name })}
                lead={t("guardian.linkLead", { student: child.full_name })}
                back={
                  <AnchorLink to="/estudiantes/$studentId" params={{ studentId }} search={{ tab: "acudientes" }}>
                    {child.full_name}
                  </AnchorLink>
                }
                actions={
                  one.guardian_id ? (
                    <ButtonLink
                      to="/acudientes/$guardianId/editar"
                      params={{ guardianId: one.guardian_id }}
                      variant="default"
                    >
                      {t("guardian.editPerson")}
                    </ButtonLink>
                  ) : null
                }
              >
                {one.restriction ? <RestrictionNote restriction={one.restriction} /> : null}
                <Paper withBorder p={{ base: "md", sm: "lg" }}>
                  <LinkForm key={one.id} link={one} student={child} />
                </Paper>
              </Screen>
            )}
          </Loaded>
        )}
      </Loaded>
    </Allowed>
  );
}

const valuesOf = (link: Link): LinkValues => ({
  relationship: link.relationship,
  priority: link.priority ?? 1,
  is_active: link.is_active ?? true,
  ...(Object.fromEntries(flags.map((flag) => [flag, link[flag] ?? false])) as Record<Flag, boolean>),
});

function LinkForm({ link, student }: { link: Link; student: Schemas["Student"] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const labels = useLinkLabels();
  const { refusal, take, forget } = useRefusal();
  const params = { path: { student: student.id, id: link.id ?? "" } };
  const reading = api.useQuery("get", "/api/v1/students/{student}/guardians/{id}", { params });
  const change = api.useMutation("patch", "/api/v1/students/{student}/guardians/{id}");
  const before = student.guardians.find((other) => other.is_primary && other.id !== link.id);
  const { form, error, busy, unsaved, submit, saveLabel, conflict } = useRowForm<
    Link & { version: number },
    LinkValues
  >({
    row: { ...link, version: link.version ?? 0 },
    values: valuesOf,
    read: async () => (await reading.refetch({ throwOnError: true })).data as Link & { version: number },
    write: async (changed, version) => {
      forget();
      const answer = await change.mutateAsync({ params, body: { ...changed, version } });
      if (answer.primary_before && before) done(t("guardian.primaryMoved", { name: before.full_name }));
    },
    saved: async () => {
      await outdated("/students", "/guardians");
      done(t("guardian.linkSaved"));
      await navigate({
        to: "/estudiantes/$studentId",
        params: { studentId: student.id },
        search: { tab: "acudientes" },
      });
    },
    failed: (failure): boolean => take(failure, form),
    labels,
    show: (_, value) => (typeof value === "boolean" ? t(value ? "ui.yes" : "ui.no") : String(value)),
  });
  const inputs = inputsAt(form);
  return (
    <SaveForm onSubmit={submit} label={t("guardian.linkTitle", { name: link.full_name })}>
      <UnsavedGuard unsaved={unsaved} />
      {conflict}
      <Stack gap="lg">
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <RelationshipField inputs={inputs} />
          <NumberInput
            label={t("guardian.priority")}
            placeholder={t("guardian.priorityHint")}
            min={1}
            max={99}
            allowDecimal={false}
            hideControls
            required
            key={form.key("priority")}
            {...form.getInputProps("priority")}
          />
        </SimpleGrid>
        <FlagFields inputs={inputs} primaryNow={before?.full_name} />
        <Checkbox
          label={t("guardian.linkActive")}
          description={t("guardian.linkActiveHint")}
          key={form.key("is_active")}
          {...form.getInputProps("is_active", { type: "checkbox" })}
        />
        <FormActions
          notice={
            <>
              <FailureAlert error={error} />
              <Refused refusal={refusal} studentId={student.id} />
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
  );
}

function useLinkLabels(): Record<keyof LinkValues, string> {
  const { t } = useTranslation();
  const words = useFlagWords();
  return {
    relationship: t("guardian.relationship"),
    priority: t("guardian.priority"),
    is_active: t("guardian.linkActive"),
    ...(Object.fromEntries(flags.map((flag) => [flag, words(flag)])) as Record<Flag, string>),
  };
}
