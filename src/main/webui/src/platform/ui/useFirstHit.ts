import { useEffect, useRef } from "react";

type Query<Row> = { data: { items: readonly Row[] } | undefined; isPlaceholderData: boolean; isFetching: boolean };

/**
 * Opens the first row of a list for whoever types words and presses Enter. The answer may still be on its way then.
 *
 * @param searched the words that the rows were searched by
 * @returns to be called with the words that stand in the box
 */
export function useFirstHit<Row>(query: Query<Row>, searched: string, open: (row: Row) => void) {
  const waiting = useRef<string | null>(null);
  const first = query.data?.items[0];
  const ready = !query.isPlaceholderData && query.data !== undefined;
  const opening = useRef(open);
  opening.current = open;
  const settle = useRef(() => undefined as undefined);
  settle.current = () => {
    if (waiting.current === null || waiting.current !== searched || !ready) return;
    waiting.current = null;
    if (first) opening.current(first);
  };
  useEffect(() => settle.current());
  return (words: string) => {
    waiting.current = words;
    settle.current();
  };
}
