import { useEffect, useState } from "react";

const answers = new EventTarget();

/** Told of every answer of Athena. */
export const answered = () => answers.dispatchEvent(new Event("answer"));

/**
 * Whether Athena or the network is back since the error came, so that a form need not say any longer that they are gone.
 *
 * @param error what a request failed with; a further one starts anew
 * @param gone what is missing; null when it is something else
 */
export function useBack(error: unknown, gone: "network" | "away" | null): boolean {
  const [isBack, setBack] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a further error starts anew
  useEffect(() => {
    setBack(false);
    if (gone === null) return;
    const back = () => setBack(true);
    answers.addEventListener("answer", back);
    if (gone === "network") addEventListener("online", back);
    return () => {
      answers.removeEventListener("answer", back);
      removeEventListener("online", back);
    };
  }, [error, gone]);
  return gone !== null && isBack;
}
