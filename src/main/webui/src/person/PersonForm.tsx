import "./words";
import { Alert, Button, Group, Paper, Stack, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import type { TFunction } from "i18next";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "@/platform/api/api";
import { failureOf } from "@/platform/api/problem";
import { FailureAlert } from "@/platform/ui/FailureAlert";
import { UnsavedGuard } from "@/platform/ui/form/UnsavedGuard";
import { useServerForm } from "@/platform/ui/form/useServerForm";
import { AnchorLink, ButtonLink } from "@/platform/ui/links";
import { done, failed } from "@/platform/ui/notify";
import { Screen } from "@/platform/ui/Screen";
import { firstPeople } from "./personSearch";
import { RolePicker } from "./RolePicker";
import { reasonOf } from "./reason";
import type { Role } from "./roles";
import { peopleChanged } from "./useMails";

const empty = { full_name: "", email: "", roles: [] as Role[] };

/** Invites one person to the school. */
export function PersonForm() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const key = useRef(crypto.randomUUID());
  const [known, setKnown] = useState<string | null>(null);
  const create = api.useMutation("post", "/api/v1/admin/users");
  const added = useRef("");
  const server = useServerForm<typeof empty>({
    initial: empty,
    send: async ({ full_name, email, roles }) => {
      setKnown(null);
      const person = await create.mutateAsync({
        params: { header: { "Idempotency-Key": key.current } },
        body: { full_name: full_name.trim(), email: email.trim(), roles },
      });
      added.current = person.id;
      if (person.mail === "sent") done(t("person.invitation.sent", { email: person.email }));
      else if (person.mail === "failed") failed(t("person.invitation.failed"));
      else done(t("person.invitation.queued"));
    },
    saved: () => {
      peopleChanged();
      return navigate({ to: "/personas/$userId", params: { userId: added.current } });
    },
    failed: (error, { email }) => {
      if (reasonOf(error) !== "membership.already_there") {
        // What was refused is sent as something new once it is corrected.
        if (failureOf(error).status === 422) key.current = crypto.randomUUID();
        return false;
      }
      setKnown(email.trim());
      return true;
    },
  });
  const { form } = server;
  const [roles, setRoles] = useState<Role[]>([]);
  const choose = (chosen: Role[]) => {
    setRoles(chosen);
    form.setFieldValue("roles", chosen);
    form.clearFieldError("roles");
  };
  const check = (values: typeof empty) => {
    const errors = {
      ...(values.full_name.trim() ? {} : { full_name: t("person.form.nameMissing") }),
      ...emailFault(values.email, t),
      ...(values.roles.length > 0 ? {} : { roles: t("person.form.rolesMissing") }),
    };
    form.setErrors(errors);
    const first = Object.keys(errors)[0];
    if (first) form.getInputNode(first)?.focus();
    return !first;
  };
  return (
    <Screen
      title={t("person.form.title")}
      lead={t("person.form.lead")}
      back={
        <AnchorLink to="/personas" search={firstPeople}>
          {t("person.back")}
        </AnchorLink>
      }
    >
      <UnsavedGuard unsaved={server.unsaved} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!server.busy && check(form.getValues())) server.save(form.getValues());
        }}
      >
        <Paper withBorder p={{ base: "md", sm: "lg" }}>
          <Stack>
            {known ? (
              <Alert color="yellow" role="alert" title={t("person.form.already")}>
                <AnchorLink to="/personas" search={{ ...firstPeople, role: "all", q: known }} fz="sm">
                  {t("person.form.find")}
                </AnchorLink>
              </Alert>
            ) : null}
            <FailureAlert error={server.error} />
            <TextInput
              label={t("person.name")}
              description={t("person.form.nameHint")}
              maxLength={200}
              autoComplete="off"
              required
              data-autofocus
              key={form.key("full_name")}
              {...form.getInputProps("full_name")}
            />
            <TextInput
              label={t("person.email")}
              description={t("person.form.emailHint")}
              type="email"
              maxLength={320}
              autoComplete="off"
              spellCheck={false}
              required
              key={form.key("email")}
              {...form.getInputProps("email")}
            />
            <RolePicker value={roles} onChange={choose} error={form.errors.roles} />
            <Group justify="flex-end">
              <ButtonLink to="/personas" search={firstPeople} variant="default">
                {t("ui.cancel")}
              </ButtonLink>
              <Button type="submit" loading={server.busy}>
                {t("person.form.send")}
              </Button>
            </Group>
          </Stack>
        </Paper>
      </form>
    </Screen>
  );
}

type Words = TFunction;

function emailFault(email: string, t: Words) {
  if (!email.trim()) return { email: t("person.form.emailMissing") };
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) ? {} : { email: t("person.form.emailWrong") };
}
