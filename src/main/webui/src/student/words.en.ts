import type { Shape } from "@/platform/i18n/i18n";
import type { student as spanish } from "./words.es";

export const student: Shape<typeof spanish> = {
  title: "Students",
  search: "Search by name or document",
  name: "Name",
  document: "Document",
  birth: "Born",
  state: "State",
  active: "Active",
  inactive: "Deactivated",
  show: "Show",
  onlyActive: "Active",
  onlyInactive: "Deactivated",
  all: "All",
  years_one: "{{count}} year",
  years_other: "{{count}} years",
  count_one: "{{count}} student",
  count_other: "{{count}} students",
  nobody: "Nobody matches “{{q}}”.",
  nobodyHint: "Search for a part of the name or of the document; accents do not matter.",
  empty: "There are no students yet.",
  emptyHint: "Import a file or add the first one.",
  create: "New student",
  import: "Import",
};
