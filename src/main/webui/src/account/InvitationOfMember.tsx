import "./words";
import { Button, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/platform/api/api";
import { useMe } from "@/platform/permissions/permissions";
import { arrival, auth, signOut, useSession } from "@/platform/session/session";
import { byPassword } from "@/platform/session/token";
import { ButtonLink } from "@/platform/ui/links";
import { faultOf, type Fault as Why } from "./authFault";
import { FirstPassword } from "./FirstPassword";
import { InvitationCards } from "./InvitationCards";
import { passwordFault } from "./password";
import { SecretForm } from "./SecretForm";
import { Threshold } from "./Threshold";
import { useEmail } from "./useEmail";

type Props = { invitations: readonly Schemas["Invitation"][] };

/** Somebody who is known has open invitations. Who belongs to no school yet and came by the mail sets their first password. */
export function InvitationOfMember({ invitations }: Props) {
  const { t } = useTranslation();
  const email = useEmail();
  const token = useSession((session) => session.token);
  const hasSchool = useMe().memberships.length > 0;
  const [needsPassword] = useState(() => !hasSchool && token !== null && !byPassword(token));
  const [password, setPassword] = useState("");
  const [fault, setFault] = useState<Why | null>(null);
  const before = async () => {
    const refused = passwordFault(password) ?? (await choose(password));
    setFault(refused);
    return refused === null;
  };
  return (
    <Threshold title={t("account.invitation.title")} lead={t("account.invitation.lead", { email })}>
      <Stack>
        {needsPassword ? <FirstPassword value={password} onChange={setPassword} fault={fault} /> : null}
        <InvitationCards invitations={invitations} {...(needsPassword ? { before } : {})} />
        {arrival.secret && !arrival.followed ? <OfLink secret={arrival.secret} /> : null}
        {hasSchool ? (
          <ButtonLink to="/" variant="subtle">
            {t("account.invitation.later")}
          </ButtonLink>
        ) : (
          <Button variant="subtle" onClick={() => signOut()}>
            {t("app.signOut")}
          </Button>
        )}
      </Stack>
    </Threshold>
  );
}

/**
 * The link almost always is of an invitation that has a card already. It may be of one to another e-mail, which nothing tells before
 * it is accepted, so whoever means that one says so.
 */
function OfLink({ secret }: { secret: string }) {
  const { t } = useTranslation();
  const [meant, setMeant] = useState(false);
  return meant ? (
    <SecretForm secret={secret} asksPassword={false} />
  ) : (
    <Button variant="subtle" size="compact-md" onClick={() => setMeant(true)}>
      {t("account.invitation.ofLink")}
    </Button>
  );
}

/** The one that they have already is as good. */
async function choose(password: string): Promise<Why | null> {
  const { error } = await auth().updateUser({ password });
  return error && error.code !== "same_password" ? faultOf(error) : null;
}
