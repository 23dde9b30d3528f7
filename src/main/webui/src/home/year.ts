const DAY = 86_400_000;
const at = (date: string) => Date.parse(`${date}T00:00:00Z`);

/** Days from one calendar day to a later one. */
export const daysBetween = (from: string, to: string) => Math.round((at(to) - at(from)) / DAY);

/** The part of a stretch of days that a day or a shorter stretch takes, each from 0 to 1. */
export function share(
  of: { starts_on: string; ends_on: string },
  from: string,
  to: string,
): { from: number; to: number } {
  const whole = daysBetween(of.starts_on, of.ends_on) + 1;
  const clamp = (value: number) => Math.min(1, Math.max(0, value));
  return {
    from: clamp(daysBetween(of.starts_on, from) / whole),
    to: clamp((daysBetween(of.starts_on, to) + 1) / whole),
  };
}

/** How a day is greeted at that hour. */
export const greeting = (hour: number) => (hour < 5 || hour >= 19 ? "evening" : hour < 12 ? "morning" : "afternoon");
