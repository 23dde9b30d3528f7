import { createFileRoute } from "@tanstack/react-router";
import { StudentNew } from "@/student/StudentNew";
import { newSearch } from "@/student/studentSearch";

export const Route = createFileRoute("/_in/estudiantes/nuevo")({ validateSearch: newSearch, component: StudentNew });
