import { createFileRoute } from "@tanstack/react-router";
import { LinkEdit } from "@/student/LinkEdit";

export const Route = createFileRoute("/_in/estudiantes/$studentId/acudientes/$linkId")({ component: LinkEdit });
