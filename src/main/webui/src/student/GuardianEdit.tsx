import "./words";
import "./guardianWords";
import { Button, Paper, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
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
import { DocumentFields } from "./DocumentFields";
import { ContactFields } from "./GuardianFields";
import type { PersonValues } from "./guardianDraft";
import { inputsAt } from "./inputs";
import { Refused } from "./Refused";
import { useRefusal } from "./useRefusal";

type Guardian = Schemas["Guardian"];

const route = getRouteApi("/_in/acudientes/$guardianId/editar");

/** Changes a guardian, for all their children. */
export function GuardianEdit() {
  const { t } = useTranslation();
  const { guardianId } = route.useParams();
  const query = api.useQuery("get", "/api/v1/guardians/{id}", { params: { path: { id: guardianId } } });
  return (
    <Allowed operation="updateGuardian">
      <Loaded query={query} back={<ButtonLink to="/acudientes">{t("guardian.title")}</ButtonLink>}>
        {(person) => (
          <Screen
            title={t("guardian.editTitle", { name: person.full_name })}
            lead={t("guardian.editLead")}
            back={
              <AnchorLink to="/acudientes/$guardianId" params={{ guardianId }}>
                {person.full_name}
              </AnchorLink>
            }
          >
            <Paper withBorder p={{ base: "md", sm: "lg" }}>
              <PersonForm key={person.id} person={person} />
            </Paper>
          </Screen>
        )}
      </Loaded>
    </Allowed>
  );
}

const valuesOf = ({ document_type, document_number, full_name, phone, email }: Guardian): PersonValues => ({
  document_type,
  document_number,
  full_name,
  phone: phone ?? "",
  email: email ?? "",
});

/** An empty telephone number or e-mail is none. */
const patchOf = (changed: Partial<PersonValues>): Schemas["GuardianPatch"] => ({
  ...changed,
  ...(changed.phone === "" ? { phone: null } : {}),
  ...(changed.email === "" ? { email: null } : {}),
});

function PersonForm({ person }: { person: Guardian }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const another = useRef(false);
  const { refusal, take, forget } = useRefusal();
  const params = { path: { id: person.id } };
  const reading = api.useQuery("get", "/api/v1/guardians/{id}", { params });
  const change = api.useMutation("patch", "/api/v1/guardians/{id}");
  const { form, error, busy, unsaved, submit, save, saveLabel, conflict } = useRowForm<Guardian, PersonValues>({
    row: person,
    values: valuesOf,
    read: async () => (await reading.refetch({ throwOnError: true })).data as Guardian,
    write: (changed, version) => {
      forget();
      const body = { ...patchOf(changed), version, ...(another.current ? { another_person: true } : {}) };
      return change.mutateAsync({ params, body });
    },
    saved: async () => {
      await outdated("/students", "/guardians");
      done(t("guardian.saved"));
      await navigate({ to: "/acudientes/$guardianId", params: { guardianId: person.id } });
    },
    failed: (failure): boolean => take(failure, form),
    labels: {
      document_type: t("student.form.documentType"),
      document_number: t("student.form.documentNumber"),
      full_name: t("guardian.name"),
      phone: t("guardian.phone"),
      email: t("guardian.email"),
    },
    show: (_, value) => String(value || t("ui.none")),
  });
  const insist = () => {
    another.current = true;
    save(form.getValues());
  };
  const inputs = inputsAt(form);
  return (
    <SaveForm onSubmit={submit} label={t("guardian.editTitle", { name: person.full_name })}>
      <UnsavedGuard unsaved={unsaved} />
      {conflict}
      <Stack gap="lg">
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <DocumentFields inputs={inputs} />
          <TextInput
            label={t("guardian.name")}
            required
            maxLength={200}
            autoComplete="off"
            key={form.key("full_name")}
            {...form.getInputProps("full_name")}
          />
          <ContactFields inputs={inputs} />
        </SimpleGrid>
        <FormActions
          notice={
            <>
              <FailureAlert error={error} />
              <Refused refusal={refusal} busy={busy} onAnother={insist} />
            </>
          }
        >
          <ButtonLink to="/acudientes/$guardianId" params={{ guardianId: person.id }} variant="default">
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
