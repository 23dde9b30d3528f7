/** A text without accents, case and double spaces, as people compare words. */
export const plain = (text: string) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();

/** Whether each word that somebody typed begins a word of the label. */
export function matches(label: string, typed: string): boolean {
  const words = plain(label).split(" ");
  return plain(typed)
    .split(" ")
    .every((part) => words.some((word) => word.startsWith(part)));
}
