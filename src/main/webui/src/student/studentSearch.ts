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
  show: v.fallback(v.optional(v.picklist(shows), "true"), "true"),
});

export const firstStudents = { q: "", page: 1, sort: "last_name", show: "true" } as const;
