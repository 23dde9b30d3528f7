import { createFileRoute } from "@tanstack/react-router";
import { PersonForm } from "@/person";
import { Allowed } from "@/platform/ui/Allowed";

export const Route = createFileRoute("/_in/personas/nueva")({
  component: () => (
    <Allowed operation="createUser">
      <PersonForm />
    </Allowed>
  ),
});
