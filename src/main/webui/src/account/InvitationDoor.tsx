import "./words";
import { Divider, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { askedFrom } from "@/platform/session/asked";
import { arrival, auth } from "@/platform/session/session";
import { ButtonLink } from "@/platform/ui/links";
import { linkFault } from "./authFault";
import { MailForm } from "./MailForm";
import { Threshold } from "./Threshold";

/** The link did not sign in (it works once, and for a day): another one, or the password, leads to the same invitation. */
export function InvitationDoor() {
  const { t } = useTranslation();
  const { secret, failed } = arrival;
  const send = (email: string) =>
    auth().signInWithOtp({
      email,
      options: {
        shouldCreateUser: false,
        emailRedirectTo: askedFrom("/invitacion", secret ? { secret } : {}),
      },
    });
  return (
    <Threshold title={t("account.invitation.title")} lead={t("account.invitation.doorLead")}>
      <Stack>
        <MailForm arrived={failed ? linkFault(failed) : null} action={t("account.mail.sendLink")} signsIn send={send} />
        <Divider />
        <ButtonLink to="/entrar" search={{ next: "/invitacion" }} variant="default" size="md">
          {t("account.byPassword")}
        </ButtonLink>
      </Stack>
    </Threshold>
  );
}
