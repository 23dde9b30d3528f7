import { createFileRoute, stripSearchParams } from "@tanstack/react-router";
import { Allowed } from "@/platform/ui/Allowed";
import { YearList } from "@/school";
import { firstYears, yearSearch } from "@/school/yearSearch";

export const Route = createFileRoute("/_in/colegio/anios/")({
  validateSearch: yearSearch,
  search: { middlewares: [stripSearchParams(firstYears)] },
  component: () => (
    <Allowed operation="listYears">
      <YearList />
    </Allowed>
  ),
});
