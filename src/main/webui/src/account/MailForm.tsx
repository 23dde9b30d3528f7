import "./words";
import { Alert, Button, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { AuthError } from "@supabase/supabase-js";
import { IconMailCheck } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { arrival } from "@/platform/session/session";
import { checked } from "@/platform/ui/form/checks";
import { faultOf, type Fault as Why } from "./authFault";
import { Fault } from "./Fault";
import { SharedComputer } from "./SharedComputer";
import { typedEmail } from "./typedEmail";

/** Supabase sends one mail in a minute to a person. */
const WAIT = 60;

/** These answers come for addresses with or without an account alone; all of them are told as "sent". */
const silent = ["otp_disabled", "user_not_found", "over_email_send_rate_limit"];

type Props = {
  /** Why the link did not work by which somebody came; it stands until another one is sent. */
  arrived?: Why | null;
  /** The link signs in, so a shared computer should be known as one before. */
  signsIn?: boolean;
  action: string;
  /** Has Supabase Auth mail a link to that address. */
  send: (email: string) => Promise<{ error: AuthError | null }>;
};

/** Asks for an e-mail and sends a link there. The answer is the same whether an account has that e-mail or not. */
export function MailForm({ action, arrived = null, send, signsIn }: Props) {
  const { t } = useTranslation();
  const [fault, setFault] = useState<Why | null>(arrived);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [wait, setWait] = useState(0);
  const form = useForm({ mode: "uncontrolled", initialValues: { email: typedEmail.value } });
  useEffect(() => {
    if (wait === 0) return;
    const second = setTimeout(() => setWait(wait - 1), 1000);
    return () => clearTimeout(second);
  }, [wait]);
  const ask = form.onSubmit(async ({ email }) => {
    const address = email.trim();
    typedEmail.value = address;
    setFault(null);
    const { error } = await send(address);
    if (error && !silent.includes(error.code ?? "")) {
      setFault(error.code === "validation_failed" ? "badEmail" : faultOf(error));
      form.getInputNode("email")?.focus();
    } else {
      arrival.failed = null;
      setSentTo(address);
      setWait(WAIT);
    }
  });
  return (
    <form onSubmit={checked(form, ask)} noValidate>
      <Stack>
        <Fault fault={fault} />
        {sentTo ? (
          <Alert color="green" role="status" icon={<IconMailCheck />}>
            <Text size="sm" fw={600}>
              {t("account.mail.sentTitle")}
            </Text>
            <Text size="sm">{t("account.mail.sentText", { email: sentTo })}</Text>
          </Alert>
        ) : null}
        <TextInput
          label={t("account.email")}
          type="email"
          autoComplete="username"
          required
          key={form.key("email")}
          {...form.getInputProps("email")}
        />
        {signsIn ? <SharedComputer /> : null}
        <Button
          type="submit"
          size="md"
          loading={form.submitting}
          disabled={wait > 0}
          variant={sentTo ? "default" : "filled"}
        >
          {wait > 0 ? t("account.mail.wait", { seconds: wait }) : sentTo ? t("account.mail.again") : action}
        </Button>
      </Stack>
    </form>
  );
}
