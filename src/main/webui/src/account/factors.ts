import type { Factor } from "@supabase/supabase-js";

/** The first name that no factor has yet: Supabase Auth wants each name once. */
export function freeName(word: string, taken: readonly Pick<Factor, "friendly_name">[]): string {
  const names = new Set(taken.map(({ friendly_name }) => friendly_name));
  let name = word;
  for (let number = 2; names.has(name); number++) name = `${word} ${number}`;
  return name;
}

/** The secret in groups of four, as people type it. */
export const grouped = (secret: string) => secret.replace(/(.{4})(?=.)/g, "$1 ");
