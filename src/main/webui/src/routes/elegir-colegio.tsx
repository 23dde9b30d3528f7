import { createFileRoute } from "@tanstack/react-router";
import * as v from "valibot";
import { ChooseSchool } from "@/account";
import { requireSession } from "@/app/guards";

export const Route = createFileRoute("/elegir-colegio")({
  validateSearch: v.object({ next: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^\/(?![/\\])/))), undefined) }),
  beforeLoad: ({ context, location }) => requireSession(context.queries, location.href),
  component: () => <ChooseSchool next={Route.useSearch().next ?? "/"} />,
});
