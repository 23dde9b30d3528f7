import { createFileRoute } from "@tanstack/react-router";
import { Allowed } from "@/platform/ui/Allowed";
import { Settings } from "@/school";

export const Route = createFileRoute("/_in/colegio/")({
  component: () => (
    <Allowed operation="updateSettings">
      <Settings />
    </Allowed>
  ),
});
