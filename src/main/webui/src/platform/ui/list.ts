import * as v from "valibot";

/** Rows on a page of every list. */
export const PAGE_SIZE = 20;

/** The page that an address names, as a word; the router hands it on as a number. */
export const pageSearch = v.optional(
  v.fallback(
    v.pipe(
      v.union([v.number(), v.string()]),
      v.transform((page) => Number(page)),
      v.integer(),
      v.minValue(1),
    ),
    1,
  ),
  1,
);

/**
 * What the address of a list keeps: words, page and order. A link need not name them, and one that somebody mangled opens the list all
 * the same.
 */
export const listSearch = <const S extends readonly [string, ...string[]]>(sorts: S) =>
  v.object({
    q: v.optional(v.fallback(v.pipe(v.string(), v.maxLength(100)), ""), ""),
    page: pageSearch,
    sort: v.optional(v.fallback(v.picklist(sorts) as v.GenericSchema<S[number]>, sorts[0]), sorts[0]),
  });

/** The query of the API for a page of a list. */
export const listQuery = <S extends string>({ q, page, sort }: { q: string; page: number; sort: S }) => ({
  ...(q.trim() ? { q: q.trim() } : {}),
  page,
  page_size: PAGE_SIZE,
  sort,
});
