import { createFileRoute } from "@tanstack/react-router";
import { Recover } from "@/account";
import { nextSearch } from "@/platform/ui/next";

export const Route = createFileRoute("/recuperar")({
  validateSearch: nextSearch,
  component: () => <Recover next={Route.useSearch().next ?? "/"} />,
});
