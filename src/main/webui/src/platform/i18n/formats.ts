import { locale } from "./i18n";

/** A calendar day (YYYY-MM-DD) as people write it: 4 mar 2027. The day of no time zone is moved. */
export const day = (date: string) =>
  new Intl.DateTimeFormat(locale(), { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${date}T00:00:00Z`),
  );

/** A moment (RFC 3339) in the time zone of the device: 4 mar 2027, 7:05 a. m. */
export const moment = (instant: string) =>
  new Intl.DateTimeFormat(locale(), { dateStyle: "medium", timeStyle: "short" }).format(new Date(instant));

/** The time of a moment: 7:05 a. m. */
export const time = (instant: string | number) =>
  new Intl.DateTimeFormat(locale(), { timeStyle: "short" }).format(new Date(instant));

/** The day of a moment on this device, in full: lunes, 2 de marzo. */
export const longDay = (date: Date) =>
  new Intl.DateTimeFormat(locale(), { weekday: "long", day: "numeric", month: "long" }).format(date);

export const number = (value: number) => new Intl.NumberFormat(locale()).format(value);

/** Whole years from that birth date to today; the day of birth counts. */
export function age(birth: string, today = new Date()): number {
  const [year = 0, month = 0, date = 0] = birth.split("-").map(Number);
  const before = today.getMonth() + 1 < month || (today.getMonth() + 1 === month && today.getDate() < date);
  return today.getFullYear() - year - (before ? 1 : 0);
}

/** A word as it stands at the beginning: madre → Madre. */
export const capitalised = (word: string) => word.charAt(0).toLocaleUpperCase(locale()) + word.slice(1);

const units = [
  [1e9, "gigabyte"],
  [1e6, "megabyte"],
  [1e3, "kilobyte"],
] as const;

/** Bytes as people read them: 51 kB, 6,2 MB. Less than a kilobyte is one. */
export function size(bytes: number): string {
  const [divisor, unit] = units.find(([least]) => bytes >= least) ?? units[2];
  const shown = Math.max(1, divisor === 1e3 ? Math.round(bytes / divisor) : bytes / divisor);
  return new Intl.NumberFormat(locale(), { style: "unit", unit, maximumFractionDigits: 1 }).format(shown);
}
