import { createFileRoute } from "@tanstack/react-router";
import { requireSchool } from "@/app/guards";
import { Shell } from "@/app/Shell";

export const Route = createFileRoute("/_in")({
  beforeLoad: ({ context, location }) => requireSchool(context.queries, location.href),
  component: Shell,
});
