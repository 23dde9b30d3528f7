import { createFileRoute } from "@tanstack/react-router";
import { PersonScreen } from "@/person";
import { Allowed } from "@/platform/ui/Allowed";

export const Route = createFileRoute("/_in/personas/$userId")({
  component: () => (
    <Allowed operation="listUsers">
      <PersonScreen userId={Route.useParams().userId} />
    </Allowed>
  ),
});
