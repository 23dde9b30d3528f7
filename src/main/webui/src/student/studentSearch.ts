import * as v from "valibot";
import { listSearch } from "@/platform/ui/list";

export const studentSorts = [
  "last_name",
  "-last_name",
  "first_name",
  "-first_name",
  "birth_date",
  "-birth_date",
] as const;

/** Which students the list shows: active ones, deactivated ones, or all. */
export const shows = ["true", "false", "any"] as const;

/** What the address of the list keeps. */
export const studentSearch = v.object({
  ...listSearch(studentSorts).entries,
  show: v.optional(v.fallback(v.picklist(shows), "true"), "true"),
});

export const firstStudents = { q: "", page: 1, sort: "last_name", show: "true" } as const;

/** The parts of a student's screen. */
export const studentTabs = ["datos", "acudientes", "documentos", "piar"] as const;
export type StudentTab = (typeof studentTabs)[number];

/** What the address of a student keeps. */
export const sheetSearch = v.object({
  tab: v.fallback(v.optional(v.picklist(studentTabs), "datos"), "datos"),
});

/** What the address of a new student keeps: the brother or sister whose family it is. */
export const newSearch = v.object({
  hermano: v.fallback(v.optional(v.pipe(v.string(), v.uuid())), undefined),
});

export const guardianSorts = ["full_name", "-full_name"] as const;
export const guardianSearch = listSearch(guardianSorts);
export const firstGuardians = { q: "", page: 1, sort: "full_name" } as const;
