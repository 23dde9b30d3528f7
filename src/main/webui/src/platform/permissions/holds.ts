const covers = [
  ["read:", "read:all"],
  ["write:", "write:all"],
  ["delete:", "delete:all"],
] as const;
/** What the wide permissions do not cover (the reads and writes of a person's own rows). */
const own = /^read:own_/;

/** Whether one of those permissions is held, as the service decides it. */
export function holds(held: readonly string[], needed: readonly string[]): boolean {
  return (
    needed.length === 0 ||
    needed.some(
      (one) =>
        held.includes(one) ||
        (!own.test(one) && covers.some(([kind, wide]) => one.startsWith(kind) && held.includes(wide))),
    )
  );
}
