import { createFileRoute } from "@tanstack/react-router";
import { SetPassword } from "@/account";
import { requireCode } from "@/app/guards";
import { nextSearch } from "@/platform/ui/next";

export const Route = createFileRoute("/clave")({
  validateSearch: nextSearch,
  beforeLoad: ({ location }) => requireCode(location.href),
  component: () => <SetPassword next={Route.useSearch().next ?? "/"} />,
});
