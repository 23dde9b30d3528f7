import * as v from "valibot";

/** What the address of the list of years keeps. */
export const yearSearch = v.object({
  page: v.fallback(v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1), 1),
});

export const firstYears = { page: 1 } as const;
