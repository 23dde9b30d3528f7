/** How long a shared computer may stand unused, and how long before the end the person is asked. */
const PAUSE = 15 * 60_000;
const WARNING = 60_000;

/** What a pause means that began then: nothing yet, a question with the seconds left, or the end. */
export function pauseSince(last: number, now: number): "short" | "over" | number {
  const left = last + PAUSE - now;
  // A clock that was set back says nothing about a pause.
  if (left > PAUSE - 1000) return "short";
  if (left <= 0) return "over";
  return left <= WARNING ? Math.ceil(left / 1000) : "short";
}
