import { useBlocker } from "@tanstack/react-router";
import { useEffect } from "react";
import { isLeaving } from "@/platform/session/session";
import { Unsaved } from "./Unsaved";
import { watch } from "./unsaved";

type Props = {
  /** Asked when somebody leaves, so that a form that was just saved lets go. */
  unsaved: () => boolean;
  /** Other words, when something else than a form would be lost. */
  title?: string;
  text?: string;
  leave?: string;
};

/** Asks before unsaved changes are lost: within the page by a dialog, outside of it by the browser's own. */
export function UnsavedGuard({ unsaved, title, text, leave }: Props) {
  const blocker = useBlocker({
    shouldBlockFn: unsaved,
    enableBeforeUnload: () => unsaved() && !isLeaving(),
    withResolver: true,
  });
  useEffect(() => watch(unsaved));
  if (blocker.status !== "blocked") return null;
  return <Unsaved onStay={blocker.reset} onLeave={blocker.proceed} title={title} text={text} leave={leave} />;
}
