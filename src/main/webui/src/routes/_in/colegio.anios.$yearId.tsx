import { createFileRoute } from "@tanstack/react-router";
import { Allowed } from "@/platform/ui/Allowed";
import { YearScreen } from "@/school";

export const Route = createFileRoute("/_in/colegio/anios/$yearId")({
  component: () => (
    <Allowed operation="listYears">
      <YearScreen yearId={Route.useParams().yearId} />
    </Allowed>
  ),
});
