import "./words";
import { Alert, Button, Group, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, queries, type Schemas } from "@/platform/api/api";
import { failureOf } from "@/platform/api/problem";
import { FailureAlert } from "@/platform/ui/FailureAlert";
import { UnsavedGuard } from "@/platform/ui/form/UnsavedGuard";
import { useRowForm } from "@/platform/ui/form/useRowForm";
import { done } from "@/platform/ui/notify";
import { peopleChanged } from "./useMails";

type Person = Schemas["User"];

/** The person's version; of somebody who never accepted, the service shows only that of the membership. */
const versioned = (person: Person) => ({
  full_name: person.full_name ?? "",
  version: person.version ?? person.memberships[0]?.version ?? 0,
});

/** The name of a person as the school sees it. */
export function NameForm({ person }: { person: Person }) {
  const [saved, setSaved] = useState(0);
  return <Fields key={saved} person={person} onSaved={() => setSaved(saved + 1)} />;
}

function Fields({ person, onSaved }: { person: Person; onSaved: () => void }) {
  const { t } = useTranslation();
  const path = { id: person.id };
  const update = api.useMutation("patch", "/api/v1/admin/users/{id}");
  const [foreign, setForeign] = useState(false);
  const server = useRowForm({
    row: versioned(person),
    values: ({ full_name }) => ({ full_name }),
    read: async () =>
      versioned(
        await queries.fetchQuery(
          api.queryOptions("get", "/api/v1/admin/users/{id}", { params: { path } }, { staleTime: 0 }),
        ),
      ),
    write: ({ full_name = "" }, version) =>
      update.mutateAsync({ params: { path }, body: { full_name: full_name.trim(), version } }),
    saved: async () => {
      await peopleChanged();
      done(t("ui.saved"));
      onSaved();
    },
    failed: (error) => {
      const refused = failureOf(error).code === "auth.forbidden";
      setForeign(refused);
      return refused;
    },
    labels: { full_name: t("person.name") },
  });
  const { form } = server;
  return (
    <form onSubmit={server.submit} noValidate>
      <UnsavedGuard unsaved={server.unsaved} />
      {server.conflict}
      <Stack gap="sm">
        <FailureAlert error={server.error} />
        {foreign ? (
          <Alert color="yellow" role="alert">
            {t("person.detail.nameForeign")}
          </Alert>
        ) : null}
        <Group align="flex-end" gap="sm">
          <TextInput
            label={t("person.name")}
            maxLength={200}
            required
            autoComplete="off"
            style={{ flex: "1 1 260px" }}
            key={form.key("full_name")}
            {...form.getInputProps("full_name")}
          />
          <Button type="submit" variant="default" loading={server.busy}>
            {t("ui.save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
