import * as v from "valibot";
import { tab } from "@/platform/keep";

/** Something that the finder leads to. */
export type Place = { to: string; label: string; hint?: string };

const schema = v.array(v.object({ to: v.string(), label: v.string(), hint: v.optional(v.string()) }));
const MOST = 6;

/** The name under which the tab keeps what somebody opened: by person and school, and gone with the sign-out. */
const nameOf = (userId: string, schoolId: string | null) => `athena.recent.${userId}.${schoolId ?? "platform"}`;

export function recentPlaces(userId: string, schoolId: string | null): Place[] {
  try {
    const kept = v.safeParse(schema, JSON.parse(tab.get(nameOf(userId, schoolId)) ?? "[]"));
    return kept.success ? kept.output.map(({ hint, ...place }) => (hint ? { ...place, hint } : place)) : [];
  } catch {
    return [];
  }
}

/** Puts a place first; the oldest one beyond a handful is forgotten. */
export function remember(userId: string, schoolId: string | null, place: Place) {
  const others = recentPlaces(userId, schoolId).filter(({ to }) => to !== place.to);
  tab.set(nameOf(userId, schoolId), JSON.stringify([place, ...others].slice(0, MOST)));
}
