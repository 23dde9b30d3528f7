import { createFileRoute } from "@tanstack/react-router";
import { GuardianInvitations } from "@/person";
import { Allowed } from "@/platform/ui/Allowed";

export const Route = createFileRoute("/_in/personas/acudientes")({
  component: () => (
    <Allowed operation="inviteGuardians">
      <GuardianInvitations />
    </Allowed>
  ),
});
