import { createFileRoute } from "@tanstack/react-router";
import { Allowed } from "@/platform/ui/Allowed";
import { NewYear } from "@/school";

export const Route = createFileRoute("/_in/colegio/anios/nuevo")({
  component: () => (
    <Allowed operation="createYear">
      <NewYear />
    </Allowed>
  ),
});
