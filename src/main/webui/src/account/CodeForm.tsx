import "./words";
import { Button, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { auth } from "@/platform/session/session";
import { checked } from "@/platform/ui/form/checks";
import { faultOf, type Fault as Why } from "./authFault";
import { Fault } from "./Fault";

type Props = {
  /** The factor whose code is asked for; without one, whichever of the account's factors has it. */
  factorId?: string;
  action: string;
  onVerified: () => unknown;
};

/** The six digits that the person's authenticator shows. */
export function CodeForm({ factorId, action, onVerified }: Props) {
  const { t } = useTranslation();
  const [fault, setFault] = useState<Why | null>(null);
  const form = useForm({ mode: "uncontrolled", initialValues: { code: "" } });
  const verify = form.onSubmit(async (values) => {
    const code = values.code.replace(/\D/g, "");
    setFault(code.length === 6 ? null : "wrongCode");
    const why = code.length === 6 ? await check(code, factorId) : "wrongCode";
    if (!why) return onVerified();
    setFault(why);
    form.setFieldValue("code", "");
    form.getInputNode("code")?.focus();
  });
  return (
    <form onSubmit={checked(form, verify)} noValidate>
      <Stack>
        <Fault fault={fault} />
        <TextInput
          label={t("account.factor.code")}
          description={t("account.factor.codeHint")}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={9}
          required
          data-autofocus
          key={form.key("code")}
          {...form.getInputProps("code")}
        />
        <Button type="submit" size="md" loading={form.submitting}>
          {action}
        </Button>
      </Stack>
    </form>
  );
}

/** Tries the factor, or each of the account's. Gives why it was refused. */
async function check(code: string, factorId?: string): Promise<Why | null> {
  const ids = factorId ? [factorId] : await verified();
  let why: Why = "sessionOver";
  for (const id of ids) {
    const { error } = await auth().mfa.challengeAndVerify({ factorId: id, code });
    if (!error) return null;
    why = faultOf(error);
    if (why !== "wrongCode") return why;
  }
  return why;
}

async function verified(): Promise<string[]> {
  const { data } = await auth().mfa.listFactors();
  return data?.totp.map(({ id }) => id) ?? [];
}
