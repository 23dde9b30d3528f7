import { device } from "@/platform/keep";

/** The parameter of a mail's link that tells whether this browser asked for the mail. */
export const ASKED = "asked";

const KEPT = "athena.asked";

/**
 * An address for the link of a mail that this browser asks for. A link that somebody else sends cannot have its mark, so nobody is
 * signed in to another person's account without being asked (login cross-site request forgery, RFC 6749 section 10.12).
 */
export function askedFrom(path: string, parameters: Record<string, string> = {}): string {
  const mark = crypto.randomUUID();
  device.set(KEPT, mark);
  return `${location.origin}${path}?${new URLSearchParams({ ...parameters, [ASKED]: mark })}`;
}

/** Whether this browser asked for the mail with that mark. A mark works once. */
export function wasAsked(mark: string | null): boolean {
  const kept = device.get(KEPT);
  if (mark === null || kept !== mark) return false;
  device.remove(KEPT);
  return true;
}
