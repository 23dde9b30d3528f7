import { lazy, Suspense, useEffect } from "react";
import { create } from "zustand";

const Finder = lazy(() => import("./Finder"));
const Keys = lazy(() => import("./Keys"));

type Open = "finder" | "keys" | null;

const useOpen = create<{ open: Open }>()(() => ({ open: null }));

export const openFinder = (open: Open) => useOpen.setState({ open });

/** The keys that work everywhere. Their code comes when somebody presses one. */
export function FinderKeys() {
  const { open } = useOpen();
  useEffect(() => {
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
  const close = () => openFinder(null);
  return (
    <Suspense>
      {open === "finder" ? <Finder onClose={close} /> : null}
      {open === "keys" ? <Keys onClose={close} /> : null}
    </Suspense>
  );
}

function press(event: KeyboardEvent) {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
    event.preventDefault();
    // Another dialog keeps the person until it is answered.
    if (!document.querySelector('[role="dialog"]') || useOpen.getState().open) openFinder("finder");
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (document.querySelector('[role="dialog"]')) return;
  if (event.key === "?") openFinder("keys");
  if (event.key === "/") {
    const box = document.querySelector<HTMLInputElement>('input[role="searchbox"]');
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  }
}

/** Letters that somebody types into a field are no keys of the page. */
const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));
