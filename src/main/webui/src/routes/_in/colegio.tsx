import { createFileRoute } from "@tanstack/react-router";
import { SchoolFrame } from "@/school";

export const Route = createFileRoute("/_in/colegio")({ component: SchoolFrame });
