import { createFileRoute, redirect } from "@tanstack/react-router";
import * as v from "valibot";
import { SignIn } from "@/account";
import { useSession } from "@/platform/session/session";
import { nextSearch } from "@/platform/ui/next";

const search = v.object({ ...nextSearch.entries, pausa: v.fallback(v.optional(v.literal("true")), undefined) });

export const Route = createFileRoute("/entrar")({
  validateSearch: search,
  beforeLoad: ({ search: { next } }) => {
    const { status } = useSession.getState();
    if (status === "in") throw redirect({ href: next ?? "/" });
    if (status === "code") throw redirect({ to: "/segundo-factor", search: { next } });
  },
  component: () => {
    const { next, pausa } = Route.useSearch();
    return <SignIn next={next ?? "/"} idle={pausa !== undefined} />;
  },
});
