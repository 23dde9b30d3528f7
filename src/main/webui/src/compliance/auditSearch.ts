import * as v from "valibot";
import type { Schemas } from "@/platform/api/api";
import { listSearch } from "@/platform/ui/list";

const text = v.pipe(v.string(), v.maxLength(100));
const day = v.pipe(v.string(), v.isoDate());

/** What the address of the log keeps. */
export const auditSearch = v.object({
  page: listSearch(["-created_at"]).entries.page,
  actor: v.optional(v.fallback(v.optional(v.pipe(v.string(), v.uuid())), undefined)),
  kind: v.optional(v.fallback(v.optional(text as v.GenericSchema<Schemas["AuditedTable"]>), undefined)),
  entity: v.optional(v.fallback(v.optional(text), undefined)),
  action: v.optional(v.fallback(v.optional(text as v.GenericSchema<Schemas["AuditAction"]>), undefined)),
  from: v.optional(v.fallback(v.optional(day), undefined)),
  to: v.optional(v.fallback(v.optional(day), undefined)),
});

export type AuditSearch = v.InferOutput<typeof auditSearch>;

/** The query of the API; the last day is part of what is asked for. */
export const auditQuery = ({ actor, kind, entity, action, from, to }: Omit<AuditSearch, "page">) => ({
  ...(actor ? { actor_id: actor } : {}),
  ...(kind ? { entity_type: kind } : {}),
  ...(entity ? { entity_id: entity } : {}),
  ...(action ? { action } : {}),
  ...(from ? { from: midnight(from, 0) } : {}),
  ...(to ? { to: midnight(to, 1) } : {}),
});

/** The moment at which that day, or one some days later, begins on this device. */
export function midnight(date: string, later: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split("-").map(Number);
  return new Date(year, month - 1, dayOfMonth + later).toISOString();
}
