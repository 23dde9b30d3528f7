import "./words";
import { Alert, Skeleton, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { isProblem } from "@/platform/api/problem";
import { arrival, useSession } from "@/platform/session/session";
import { FailureAlert } from "@/platform/ui/FailureAlert";
import { ButtonLink } from "@/platform/ui/links";
import { InvitationDoor } from "./InvitationDoor";
import { InvitationOfMember } from "./InvitationOfMember";
import { SecretInvitation } from "./SecretInvitation";
import { Threshold } from "./Threshold";
import { useEmail } from "./useEmail";
import { useInvitations } from "./useInvitations";

/** Where the mail of an invitation leads: who is not signed in signs in first, then they accept or decline. */
export function Invitation() {
  const { status } = useSession();
  return status === "in" || status === "expired" ? <Open /> : <InvitationDoor />;
}

function Open() {
  const { t } = useTranslation();
  const email = useEmail();
  const { data, error, refetch } = useInvitations();
  const unknown = isProblem(error) && error.code === "auth.user_unknown";
  if (unknown && arrival.secret) return <SecretInvitation secret={arrival.secret} isNew />;
  if (data?.items.length) return <InvitationOfMember invitations={data.items} />;
  if (data && arrival.secret) return <SecretInvitation secret={arrival.secret} isNew={false} />;
  if (!data && !error) {
    return (
      <Threshold title={t("account.invitation.title")}>
        <Skeleton h={140} />
      </Threshold>
    );
  }
  return (
    <Threshold title={t("account.invitation.title")}>
      <Stack>
        {error && !unknown ? (
          <FailureAlert error={error} retry={refetch} />
        ) : (
          <Alert>{t("account.invitation.none", { email })}</Alert>
        )}
        <ButtonLink to="/" variant="default" size="md">
          {t("app.goHome")}
        </ButtonLink>
      </Stack>
    </Threshold>
  );
}
