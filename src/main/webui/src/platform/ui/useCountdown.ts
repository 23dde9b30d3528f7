import { useEffect, useRef, useState } from "react";
import { isProblem } from "@/platform/api/problem";

/** More than that nobody watches; the button stays. */
const LONGEST = 300;

/**
 * Counts down the seconds that a busy service asks to wait, and then tries again.
 *
 * @param error what a request was refused with
 * @param retry carried out once when the time is over
 * @returns the seconds that are left; null when there is nothing to wait for
 */
export function useCountdown(error: unknown, retry?: () => void): number | null {
  const seconds = isProblem(error) && (error.retry_after ?? 0) <= LONGEST ? (error.retry_after ?? null) : null;
  const [left, setLeft] = useState(seconds);
  const again = useRef(retry);
  again.current = retry;
  // A further refusal is a new error and starts anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the error says when
  useEffect(() => {
    setLeft(seconds);
    if (seconds === null) return;
    const end = Date.now() + seconds * 1000;
    const timer = setInterval(() => {
      const rest = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      setLeft(rest || null);
      if (rest > 0) return;
      clearInterval(timer);
      again.current?.();
    }, 250);
    return () => clearInterval(timer);
  }, [error]);
  return left;
}
