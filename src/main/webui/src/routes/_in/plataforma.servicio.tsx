import { createFileRoute } from "@tanstack/react-router";
import { Service } from "@/installation";

export const Route = createFileRoute("/_in/plataforma/servicio")({ component: Service });
