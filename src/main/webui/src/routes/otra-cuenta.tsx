import { createFileRoute, redirect } from "@tanstack/react-router";
import { OtherAccount } from "@/account";
import { useSession } from "@/platform/session/session";
import { nextSearch } from "@/platform/ui/next";

export const Route = createFileRoute("/otra-cuenta")({
  validateSearch: nextSearch,
  beforeLoad: ({ search: { next } }) => {
    if (useSession.getState().otherAccount === null) throw redirect({ href: next ?? "/" });
  },
  component: () => <OtherAccount next={Route.useSearch().next ?? "/"} />,
});
