import "./words";
import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { auth } from "@/platform/session/session";
import { checked } from "@/platform/ui/form/checks";
import { faultOf, type Fault as Why } from "./authFault";
import { Fault } from "./Fault";
import { SharedComputer } from "./SharedComputer";
import { typedEmail } from "./typedEmail";

type Props = { email?: string; onEntered: () => unknown };

/** E-mail and password. With an e-mail given, only that person can come in. */
export function PasswordForm({ email, onEntered }: Props) {
  const { t } = useTranslation();
  const [fault, setFault] = useState<Why | null>(null);
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { email: email ?? typedEmail.value, password: "" },
    onValuesChange: ({ email: typed }) => {
      typedEmail.value = typed;
    },
  });
  const enter = form.onSubmit(async ({ email: address, password }) => {
    setFault(null);
    const { error } = await auth().signInWithPassword({ email: address.trim(), password });
    if (error) {
      setFault(faultOf(error));
      form.getInputNode("password")?.focus();
    } else {
      await onEntered();
    }
  });
  return (
    <form onSubmit={checked(form, enter)} noValidate>
      <Stack>
        <Fault fault={fault} />
        <TextInput
          label={t("account.email")}
          type="email"
          autoComplete="username"
          required
          readOnly={email !== undefined}
          key={form.key("email")}
          {...form.getInputProps("email")}
        />
        <PasswordInput
          label={t("account.password")}
          autoComplete="current-password"
          required
          data-autofocus={email !== undefined || undefined}
          key={form.key("password")}
          {...form.getInputProps("password")}
        />
        {email === undefined ? <SharedComputer /> : null}
        <Button type="submit" size="md" loading={form.submitting}>
          {t("account.enter")}
        </Button>
      </Stack>
    </form>
  );
}
