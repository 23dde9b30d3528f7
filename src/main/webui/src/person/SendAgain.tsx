import "./words";
import { Button } from "@mantine/core";
import { IconMailForward } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { api } from "@/platform/api/api";
import { done, failed } from "@/platform/ui/notify";
import { useSentence } from "@/platform/ui/sentence";
import { type Membership, sendable } from "./invitation";
import { peopleChanged } from "./useMails";

type Props = { membership: Membership; email: string };

/** Sends an invitation again, and invites whoever was removed or declined. */
export function SendAgain({ membership, email }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const send = api.useMutation("post", "/api/v1/admin/users/{user}/memberships/{id}/invitation", {
    onSuccess: ({ invitation }) => {
      if (invitation?.mail === "sent") done(t("person.invitation.sent", { email }));
      else if (invitation?.mail === "failed") failed(t("person.invitation.failed"));
      else done(t("person.invitation.queued"));
    },
    onError: (error) => failed(sentence(error)),
    onSettled: peopleChanged,
  });
  if (!sendable(membership)) return null;
  return (
    <Button
      variant={membership.status === "invited" ? "default" : "filled"}
      leftSection={<IconMailForward size={18} />}
      loading={send.isPending}
      onClick={() =>
        send.mutate({
          params: {
            path: { user: membership.user_id, id: membership.id },
            header: { "X-School-Id": membership.school_id },
          },
        })
      }
    >
      {membership.status === "invited" ? t("person.invitation.send") : t("person.invitation.inviteAgain")}
    </Button>
  );
}
