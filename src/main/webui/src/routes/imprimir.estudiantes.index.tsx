import { createFileRoute } from "@tanstack/react-router";
import { requireSchool } from "@/app/guards";
import { StudentsPrint } from "@/student/StudentsPrint";
import { studentSearch } from "@/student/studentSearch";

export const Route = createFileRoute("/imprimir/estudiantes/")({
  validateSearch: studentSearch,
  beforeLoad: ({ context, location }) => requireSchool(context.queries, location.href),
  component: StudentsPrint,
});
