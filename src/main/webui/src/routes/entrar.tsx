import { createFileRoute, redirect } from "@tanstack/react-router";
import * as v from "valibot";
import { SignIn } from "@/account";
import { useSession } from "@/platform/session/session";

export const Route = createFileRoute("/entrar")({
  validateSearch: v.object({ next: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^\/(?![/\\])/))), undefined) }),
  beforeLoad: ({ search }) => {
    if (useSession.getState().status === "in") throw redirect({ href: search.next ?? "/" });
  },
  component: () => <SignIn next={Route.useSearch().next ?? "/"} />,
});
