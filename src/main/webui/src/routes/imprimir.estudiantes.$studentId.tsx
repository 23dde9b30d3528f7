import { createFileRoute } from "@tanstack/react-router";
import { requireSchool } from "@/app/guards";
import { StudentPrint } from "@/student/StudentPrint";

export const Route = createFileRoute("/imprimir/estudiantes/$studentId")({
  beforeLoad: ({ context, location }) => requireSchool(context.queries, location.href),
  component: StudentPrint,
});
