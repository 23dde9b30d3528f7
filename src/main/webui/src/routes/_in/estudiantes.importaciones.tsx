import { createFileRoute, stripSearchParams } from "@tanstack/react-router";
import * as v from "valibot";
import { listSearch } from "@/platform/ui/list";
import { StudentImports } from "@/student/importing";

const { page, sort } = listSearch(["-imported_at", "imported_at"]).entries;

export const Route = createFileRoute("/_in/estudiantes/importaciones")({
  validateSearch: v.object({ page, sort }),
  search: { middlewares: [stripSearchParams({ page: 1, sort: "-imported_at" })] },
  component: StudentImports,
});
