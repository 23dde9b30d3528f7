import "./words";
import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { askedFrom } from "@/platform/session/asked";
import { auth } from "@/platform/session/session";
import { AnchorLink } from "@/platform/ui/links";
import { MailForm } from "./MailForm";
import { Threshold } from "./Threshold";

/** Sends a link by which somebody sets a new password. */
export function Recover({ next }: { next: string }) {
  const { t } = useTranslation();
  const send = (email: string) =>
    auth().resetPasswordForEmail(email, {
      redirectTo: askedFrom("/clave", { next }),
    });
  return (
    <Threshold title={t("account.forgot")} lead={t("account.mail.recoverLead")}>
      <Stack>
        <MailForm action={t("account.mail.sendRecovery")} send={send} />
        <AnchorLink to="/entrar" search={{ next }} size="sm" ta="center" py="xs">
          {t("account.backToSignIn")}
        </AnchorLink>
      </Stack>
    </Threshold>
  );
}
