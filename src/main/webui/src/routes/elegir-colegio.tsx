import { createFileRoute } from "@tanstack/react-router";
import { ChooseSchool } from "@/account";
import { requireSession } from "@/app/guards";
import { nextSearch } from "@/platform/ui/next";

export const Route = createFileRoute("/elegir-colegio")({
  validateSearch: nextSearch,
  beforeLoad: ({ context, location }) => requireSession(context.queries, location.href),
  component: () => <ChooseSchool next={Route.useSearch().next ?? "/"} />,
});
