import { createFileRoute, redirect } from "@tanstack/react-router";
import { SecondFactor } from "@/account";
import { useSession } from "@/platform/session/session";
import { nextSearch } from "@/platform/ui/next";

export const Route = createFileRoute("/segundo-factor")({
  validateSearch: nextSearch,
  beforeLoad: ({ location }) => {
    const { status } = useSession.getState();
    if (status !== "in" && status !== "code") throw redirect({ to: "/entrar", search: { next: location.href } });
  },
  component: () => <SecondFactor next={Route.useSearch().next ?? "/"} />,
});
