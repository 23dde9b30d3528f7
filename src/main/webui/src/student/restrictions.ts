import type { Schemas } from "@/platform/api/api";

export type Restriction = Schemas["Restriction"];

/** Today as a calendar day of the device. */
export function today(now = new Date()): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Whether a restriction applies, will apply, or is over on that day. Its first and last day count. */
export function stateOf({ from, to }: Restriction, day: string): "now" | "later" | "over" {
  if (to && to < day) return "over";
  return from && from > day ? "later" : "now";
}

/** Whether the wanted one leaves out a day, from that one on, on which the current one applies. The service then asks why. */
export function weakens(current: Restriction, wanted: Restriction, day: string): boolean {
  if (stateOf(current, day) === "over") return false;
  const beginsLater = !!wanted.from && wanted.from > day && (!current.from || wanted.from > current.from);
  const endsSooner = !!wanted.to && (!current.to || wanted.to < current.to);
  return beginsLater || endsSooner;
}
