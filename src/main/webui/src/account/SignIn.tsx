import "./words";
import { Alert, Button, Divider, Stack } from "@mantine/core";
import { useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { askedFrom } from "@/platform/session/asked";
import { arrival, auth } from "@/platform/session/session";
import { AnchorLink } from "@/platform/ui/links";
import { linkFault } from "./authFault";
import { MailForm } from "./MailForm";
import { PasswordForm } from "./PasswordForm";
import { Threshold } from "./Threshold";

type Props = {
  next: string;
  /** The session ended because nobody used this shared computer. */
  idle: boolean;
};

/** The door: by password or by a link; afterwards the person stands where they wanted to go. */
export function SignIn({ next, idle }: Props) {
  const { t } = useTranslation();
  const router = useRouter();
  const [byLink, setByLink] = useState(arrival.failed !== null);
  const enter = () => {
    // The screens inside need not tell of a link that nobody waits for any more.
    arrival.failed = null;
    return router.navigate({ href: next, replace: true });
  };
  const sendLink = (email: string) =>
    auth().signInWithOtp({
      email,
      options: {
        shouldCreateUser: false,
        emailRedirectTo: askedFrom("/entrar", { next }),
      },
    });
  return (
    <Threshold title={t("account.title")} lead={t(byLink ? "account.mail.linkLead" : "account.lead")}>
      <Stack>
        {idle ? <Alert role="status">{t("account.idle.ended")}</Alert> : null}
        {byLink ? (
          <MailForm
            arrived={arrival.failed ? linkFault(arrival.failed) : null}
            action={t("account.mail.sendLink")}
            signsIn
            send={sendLink}
          />
        ) : (
          <PasswordForm onEntered={enter} />
        )}
        <Divider />
        <Button variant="default" size="md" onClick={() => setByLink(!byLink)}>
          {byLink ? t("account.byPassword") : t("account.byLink")}
        </Button>
        <AnchorLink to="/recuperar" search={{ next }} size="sm" ta="center" py="xs">
          {t("account.forgot")}
        </AnchorLink>
      </Stack>
    </Threshold>
  );
}
