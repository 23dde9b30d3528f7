import { useEffect } from "react";
import { create } from "zustand";

/** A key of a screen and what it does. */
export type ScreenKey = { key: string; does: string };

/** The keys of the screen that stands open; the help of the keys lists them. */
export const useScreenKeys = create<{ keys: readonly ScreenKey[] }>()(() => ({ keys: [] }));

/** Names the keys of a screen while it stands open. */
export function useKeys(keys: readonly ScreenKey[]) {
  const names = JSON.stringify(keys);
  useEffect(() => {
    useScreenKeys.setState({ keys: JSON.parse(names) });
    return () => useScreenKeys.setState({ keys: [] });
  }, [names]);
}
