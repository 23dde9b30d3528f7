import { createFileRoute } from "@tanstack/react-router";
import { StudentEdit } from "@/student/StudentEdit";

export const Route = createFileRoute("/_in/estudiantes/$studentId/editar")({ component: StudentEdit });
