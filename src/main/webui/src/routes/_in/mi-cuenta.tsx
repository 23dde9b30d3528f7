import { createFileRoute } from "@tanstack/react-router";
import { MyAccount } from "@/account";

export const Route = createFileRoute("/_in/mi-cuenta")({ component: MyAccount });
