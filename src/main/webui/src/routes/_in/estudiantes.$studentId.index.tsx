import { createFileRoute, stripSearchParams } from "@tanstack/react-router";
import { StudentPage } from "@/student/StudentPage";
import { sheetSearch } from "@/student/studentSearch";

export const Route = createFileRoute("/_in/estudiantes/$studentId/")({
  validateSearch: sheetSearch,
  search: { middlewares: [stripSearchParams({ tab: "datos" })] },
  component: StudentPage,
});
