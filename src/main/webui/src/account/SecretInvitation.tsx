import "./words";
import { Button, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { signOut, useSession } from "@/platform/session/session";
import { byPassword } from "@/platform/session/token";
import { SecretForm } from "./SecretForm";
import { Threshold } from "./Threshold";
import { useEmail } from "./useEmail";

type Props = { secret: string; isNew: boolean };

/** The invitation of a link whose school is told after it is accepted: it went to another e-mail, or the account is new here. */
export function SecretInvitation({ secret, isNew }: Props) {
  const { t } = useTranslation();
  const email = useEmail();
  const token = useSession((session) => session.token);
  const [asksPassword] = useState(() => isNew && token !== null && !byPassword(token));
  return (
    <Threshold
      title={t("account.invitation.title")}
      lead={t(isNew ? "account.invitation.newLead" : "account.invitation.linkLead", { email })}
    >
      <Stack>
        <SecretForm secret={secret} asksPassword={asksPassword} />
        <Text size="sm" c="dimmed">
          {t("account.invitation.ignore")}
        </Text>
        <Button variant="subtle" onClick={() => signOut()}>
          {t("app.signOut")}
        </Button>
      </Stack>
    </Threshold>
  );
}
