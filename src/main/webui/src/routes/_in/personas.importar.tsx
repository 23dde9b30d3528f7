import { createFileRoute } from "@tanstack/react-router";
import { StaffFile } from "@/person";
import { Allowed } from "@/platform/ui/Allowed";

export const Route = createFileRoute("/_in/personas/importar")({
  component: () => (
    <Allowed operation="importStaff">
      <StaffFile />
    </Allowed>
  ),
});
