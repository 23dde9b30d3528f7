import { createFileRoute, stripSearchParams } from "@tanstack/react-router";
import { PersonList } from "@/person";
import { firstPeople, personSearch } from "@/person/personSearch";
import { Allowed } from "@/platform/ui/Allowed";

export const Route = createFileRoute("/_in/personas/")({
  validateSearch: personSearch,
  search: { middlewares: [stripSearchParams(firstPeople)] },
  component: () => (
    <Allowed operation="listUsers">
      <PersonList />
    </Allowed>
  ),
});
