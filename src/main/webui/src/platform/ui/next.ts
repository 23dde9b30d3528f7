import * as v from "valibot";

/** Where somebody goes on after a screen in between: an address of this page, never of another one. */
export const nextSearch = v.object({
  next: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^\/(?![/\\])/))), undefined),
});
