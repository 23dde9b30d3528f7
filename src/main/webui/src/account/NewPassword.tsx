import "./words";
import { Button, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { auth } from "@/platform/session/session";
import { checked } from "@/platform/ui/form/checks";
import { faultOf, type Fault as Why } from "./authFault";
import { Fault } from "./Fault";
import { passwordFault } from "./password";
import { useEmail } from "./useEmail";

type Props = { action: string; onSet: () => unknown };

/** Sets a new password for whoever is signed in. Where Supabase Auth asks for it, a code of a mail confirms who they are. */
export function NewPassword({ action, onSet }: Props) {
  const { t } = useTranslation();
  const email = useEmail();
  const [fault, setFault] = useState<Why | null>(null);
  const [asksNonce, setAsksNonce] = useState(false);
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { password: "", nonce: "" },
    validate: {
      password: (password) => {
        const why = passwordFault(password);
        return why ? t(`account.fault.${why}`) : null;
      },
    },
  });
  const set = form.onSubmit(async ({ password, nonce }) => {
    setFault(null);
    const { error } = await auth().updateUser(asksNonce ? { password, nonce: nonce.trim() } : { password });
    if (!error) return onSet();
    if (error.code === "reauthentication_needed") {
      const { error: unsent } = await auth().reauthenticate();
      setAsksNonce(!unsent);
      setFault(unsent ? faultOf(unsent) : null);
    } else {
      setFault(faultOf(error));
      form.getInputNode("password")?.focus();
    }
  });
  return (
    <form onSubmit={checked(form, set)} noValidate>
      <Stack>
        <Fault fault={fault} />
        <input type="text" autoComplete="username" value={email} readOnly hidden />
        <PasswordInput
          label={t("account.newPassword")}
          description={t("account.passwordHint")}
          autoComplete="new-password"
          required
          key={form.key("password")}
          {...form.getInputProps("password")}
        />
        {asksNonce ? (
          <>
            <Text size="sm" role="status">
              {t("account.nonceText", { email })}
            </Text>
            <TextInput
              label={t("account.nonce")}
              inputMode="numeric"
              autoComplete="one-time-code"
              required
              key={form.key("nonce")}
              {...form.getInputProps("nonce")}
            />
          </>
        ) : null}
        <Button type="submit" size="md" loading={form.submitting}>
          {action}
        </Button>
      </Stack>
    </form>
  );
}
