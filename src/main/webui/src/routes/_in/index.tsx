import { createFileRoute } from "@tanstack/react-router";
import { Home } from "@/home";

export const Route = createFileRoute("/_in/")({ component: Home });
