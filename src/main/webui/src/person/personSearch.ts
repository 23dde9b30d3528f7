import * as v from "valibot";
import { listQuery, listSearch } from "@/platform/ui/list";
import { type Role, roles, staff } from "./roles";

export const personSorts = ["full_name", "-full_name", "email", "-email"] as const;

/** Whose people the list shows: those who work in the school at first, so that guardians do not stand among them. */
const groups = ["staff", "all", ...roles] as const;
export const statuses = ["invited", "active", "inactive"] as const;
export const mails = ["waiting", "sent", "failed"] as const;

/** What the address of the list keeps. */
export const personSearch = v.object({
  ...listSearch(personSorts).entries,
  role: v.fallback(v.optional(v.picklist(groups), "staff"), "staff"),
  status: v.fallback(v.optional(v.picklist(["any", ...statuses]), "any"), "any"),
  mail: v.fallback(v.optional(v.picklist(["any", ...mails]), "any"), "any"),
});

export type PersonSearch = v.InferOutput<typeof personSearch>;

export const firstPeople = { q: "", page: 1, sort: "full_name", role: "staff", status: "any", mail: "any" } as const;

/** The query of the API for what the address says. */
export function personQuery(search: PersonSearch) {
  const wanted: readonly Role[] = search.role === "staff" ? staff : search.role === "all" ? [] : [search.role];
  return {
    ...listQuery(search),
    ...(wanted.length > 0 ? { role: [...wanted] } : {}),
    ...(search.status === "any" ? {} : { membership_status: search.status }),
    ...(search.mail === "any" ? {} : { mail: search.mail }),
  };
}

/** Whether the list is narrowed by more than its first group. */
export const narrowed = ({ q, status, mail }: PersonSearch) => q !== "" || status !== "any" || mail !== "any";
