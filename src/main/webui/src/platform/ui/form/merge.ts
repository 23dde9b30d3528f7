/** The values of a form's fields. */
export type Values = Record<string, unknown>;

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** The fields whose value differs; an empty text and null are the same. */
export function changes<V extends Values>(base: V, now: V): Partial<V> {
  return Object.fromEntries(
    Object.entries(now).filter(([field, value]) => !same(blank(base[field]), blank(value))),
  ) as Partial<V>;
}

const blank = (value: unknown) => (value === "" ? null : value);

export type Clash<V> = { field: keyof V & string; mine: unknown; theirs: unknown };

/**
 * Brings together what two people did to the same row.
 *
 * @param base what both of them read
 * @param mine what stands in the form
 * @param theirs what has been saved meanwhile
 * @returns the values that nobody disputes, and the fields that both changed to different values
 */
export function merge<V extends Values>(base: V, mine: V, theirs: V): { merged: V; clashes: Clash<V>[] } {
  const merged: Values = { ...theirs };
  const clashes: Clash<V>[] = [];
  for (const [field, value] of Object.entries(changes(base, mine))) {
    const now = theirs[field];
    if (same(blank(base[field]), blank(now)) || same(blank(value), blank(now))) merged[field] = value;
    else clashes.push({ field, mine: value, theirs: now });
  }
  return { merged: merged as V, clashes };
}
