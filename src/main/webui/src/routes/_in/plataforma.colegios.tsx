import { createFileRoute, stripSearchParams } from "@tanstack/react-router";
import * as v from "valibot";
import { SchoolList } from "@/installation";
import { listSearch } from "@/platform/ui/list";

export const Route = createFileRoute("/_in/plataforma/colegios")({
  validateSearch: v.object({
    ...listSearch(["name", "-name", "nit", "-nit"]).entries,
    show: v.optional(v.fallback(v.picklist(["any", "true", "false"]), "any"), "any"),
  }),
  search: { middlewares: [stripSearchParams({ q: "", page: 1, sort: "name", show: "any" })] },
  component: SchoolList,
});
