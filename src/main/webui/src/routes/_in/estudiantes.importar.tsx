import { createFileRoute } from "@tanstack/react-router";
import { StudentImport } from "@/student/importing";

export const Route = createFileRoute("/_in/estudiantes/importar")({ component: StudentImport });
