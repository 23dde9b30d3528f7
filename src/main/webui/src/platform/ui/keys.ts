import { useEffect } from "react";
import { create } from "zustand";

/** A key of a screen and what it does. */
export type ScreenKey = { key: string; does: string };

type Open = { parts: readonly (readonly ScreenKey[])[] };

const useParts = create<Open>()(() => ({ parts: [] }));

/** The keys of all parts of the screen that stands open, each once; the help of the keys lists them. */
export function useScreenKeys(): ScreenKey[] {
  const keys = useParts(({ parts }) => parts).flat();
  return keys.filter(({ key }, place) => keys.findIndex((other) => other.key === key) === place);
}

/** Names the keys of a part of a screen while it stands open. */
export function useKeys(keys: readonly ScreenKey[]) {
  const names = JSON.stringify(keys);
  useEffect(() => {
    const own: readonly ScreenKey[] = JSON.parse(names);
    useParts.setState(({ parts }) => ({ parts: [...parts, own] }));
    return () => useParts.setState(({ parts }) => ({ parts: parts.filter((part) => part !== own) }));
  }, [names]);
}
