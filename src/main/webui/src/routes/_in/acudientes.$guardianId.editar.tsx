import { createFileRoute } from "@tanstack/react-router";
import { GuardianEdit } from "@/student/GuardianEdit";

export const Route = createFileRoute("/_in/acudientes/$guardianId/editar")({ component: GuardianEdit });
