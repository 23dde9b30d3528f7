import { createFileRoute } from "@tanstack/react-router";
import { Invitation } from "@/account";
import { requireCode } from "@/app/guards";

export const Route = createFileRoute("/invitacion")({
  beforeLoad: ({ location }) => requireCode(location.href),
  component: Invitation,
});
