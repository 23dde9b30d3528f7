import { createFileRoute, stripSearchParams } from "@tanstack/react-router";
import { requireSchool } from "@/app/guards";
import { StudentsPrint } from "@/student/StudentsPrint";
import { firstStudents, studentSearch } from "@/student/studentSearch";

export const Route = createFileRoute("/imprimir/estudiantes/")({
  validateSearch: studentSearch,
  search: { middlewares: [stripSearchParams(firstStudents)] },
  beforeLoad: ({ context, location }) => requireSchool(context.queries, location.href),
  component: StudentsPrint,
});
