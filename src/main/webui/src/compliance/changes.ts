import { actOf, type Line } from "./acts";

/** A changed field: its values before and after, or that the values are private. */
export type Change = { field: string; before?: unknown; after?: unknown; hidden?: true };

/** Of no use to people: they stand for other columns, or for nothing that anybody typed. */
export const technical = /^(id|version|updated_at|created_at|school_id|search_.*|sort_.*|former_.*)$/;

/** The columns that hold codes; any other text is what somebody typed. */
export const coded: readonly string[] = ["status", "roles", "added_roles", "shift", "format", "document_type"];

/** The fields that an entry of the log changed; none for an entry that tells something else, and none that its act tells. */
export function changesOf(line: Line): Change[] {
  const { action, changes } = line;
  if (!changes || (action !== "update" && action !== "delete")) return [];
  const told = actOf(line)?.told ?? [];
  return Object.entries(changes)
    .filter(([field]) => !technical.test(field) && !told.includes(field))
    .flatMap(([field, value]): Change[] => {
      if (action === "delete") return worthless(value) ? [] : [{ field, before: value }];
      if (Array.isArray(value) && value.length === 2) return [{ field, before: value[0], after: value[1] }];
      return [{ field, hidden: true }];
    });
}

/** Of a row that is gone: what it did not have, and what other rows it led to, which only ids tell. */
const worthless = (value: unknown) =>
  ["none", "row", "group"].includes(kindOf(value)) || (Array.isArray(value) && !value.length);

/** The name that a row had which is gone; the service knows only names of today. */
export function nameOfGone({ action, changes }: Pick<Line, "action" | "changes">): string | null {
  if (action !== "delete" || !changes) return null;
  const { full_name, first_name, middle_name, last_name, second_last_name, name } = changes;
  const parts = full_name || name ? [full_name ?? name] : [first_name, middle_name, last_name, second_last_name];
  return parts.filter(Boolean).join(" ") || null;
}

/** How many rows an entry tells of at once: of an import (`rows`), or of a download (`what`: "12 students"). */
export function rowsOf({ changes }: Pick<Line, "changes">): number | null {
  if (typeof changes?.rows === "number") return changes.rows;
  const what = typeof changes?.what === "string" ? /^\d+/.exec(changes.what)?.[0] : undefined;
  return what ? Number(what) : null;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

type ValueKind = "none" | "yes" | "no" | "day" | "moment" | "row" | "list" | "group" | "number" | "text";

/** What kind of value a column held, so that it can be told in words. */
export function kindOf(value: unknown): ValueKind {
  if (value === null || value === undefined || value === "") return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return "number";
  if (Array.isArray(value))
    return value.some((one) => typeof one === "object" || UUID.test(String(one))) ? "group" : "list";
  if (typeof value === "object") return "group";
  const text = String(value);
  if (UUID.test(text)) return "row";
  if (DAY.test(text)) return "day";
  return MOMENT.test(text) ? "moment" : "text";
}
