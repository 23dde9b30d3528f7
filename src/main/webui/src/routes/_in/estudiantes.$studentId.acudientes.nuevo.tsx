import { createFileRoute } from "@tanstack/react-router";
import { GuardianAdd } from "@/student/GuardianAdd";

export const Route = createFileRoute("/_in/estudiantes/$studentId/acudientes/nuevo")({ component: GuardianAdd });
