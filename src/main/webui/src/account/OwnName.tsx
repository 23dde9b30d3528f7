import "./words";
import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api, queries } from "@/platform/api/api";
import { useMe } from "@/platform/permissions/permissions";
import { FailureAlert } from "@/platform/ui/FailureAlert";
import { UnsavedGuard } from "@/platform/ui/form/UnsavedGuard";
import { useServerForm } from "@/platform/ui/form/useServerForm";
import { done } from "@/platform/ui/notify";

/** The person's name as all their schools show it, and the e-mail with which they sign in. */
export function OwnName() {
  const me = useMe();
  // A saved name begins the form anew.
  return <NameForm key={me.full_name} name={me.full_name} email={me.email} />;
}

function NameForm({ name, email }: { name: string; email: string }) {
  const { t } = useTranslation();
  const update = api.useMutation("patch", "/api/v1/auth/me");
  const { form, error, busy, unsaved, submit, saveLabel } = useServerForm({
    initial: { full_name: name },
    send: async (_, changed) => {
      const me = await update.mutateAsync({ body: changed });
      queries.setQueriesData({ queryKey: ["get", "/api/v1/auth/me"] }, me);
    },
    saved: () => done(t("ui.saved")),
  });
  return (
    <form onSubmit={submit} noValidate>
      <UnsavedGuard unsaved={unsaved} />
      <Stack>
        <FailureAlert error={error} />
        <TextInput
          label={t("account.mine.name")}
          description={t("account.mine.nameHint")}
          autoComplete="name"
          required
          maxLength={200}
          key={form.key("full_name")}
          {...form.getInputProps("full_name")}
        />
        <TextInput label={t("account.email")} description={t("account.mine.emailHint")} value={email} readOnly />
        <Group>
          <Button type="submit" loading={busy}>
            {saveLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
