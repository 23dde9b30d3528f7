import { createFileRoute } from "@tanstack/react-router";
import { GuardianPage } from "@/student/GuardianPage";

export const Route = createFileRoute("/_in/acudientes/$guardianId/")({ component: GuardianPage });
