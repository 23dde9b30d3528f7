import * as v from "valibot";
import { pageSearch } from "@/platform/ui/list";

/** What the address of the list of years keeps. */
export const yearSearch = v.object({ page: pageSearch });

export const firstYears = { page: 1 } as const;
