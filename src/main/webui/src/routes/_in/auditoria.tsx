import { createFileRoute, stripSearchParams } from "@tanstack/react-router";
import { AuditLog } from "@/compliance";
import { auditSearch } from "@/compliance/auditSearch";

export const Route = createFileRoute("/_in/auditoria")({
  validateSearch: auditSearch,
  search: { middlewares: [stripSearchParams({ page: 1 })] },
  component: AuditLog,
});
