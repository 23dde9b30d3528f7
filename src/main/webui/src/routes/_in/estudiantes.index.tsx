import { createFileRoute, stripSearchParams } from "@tanstack/react-router";
import { StudentList } from "@/student";
import { firstStudents, studentSearch } from "@/student/studentSearch";

export const Route = createFileRoute("/_in/estudiantes/")({
  validateSearch: studentSearch,
  search: { middlewares: [stripSearchParams(firstStudents)] },
  component: StudentList,
});
