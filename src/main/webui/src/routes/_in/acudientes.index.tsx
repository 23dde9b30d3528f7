import { createFileRoute, stripSearchParams } from "@tanstack/react-router";
import { GuardianList } from "@/student/GuardianList";
import { firstGuardians, guardianSearch } from "@/student/studentSearch";

export const Route = createFileRoute("/_in/acudientes/")({
  validateSearch: guardianSearch,
  search: { middlewares: [stripSearchParams(firstGuardians)] },
  component: GuardianList,
});
