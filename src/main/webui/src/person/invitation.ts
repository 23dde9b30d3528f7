import type { Schemas } from "@/platform/api/api";

export type Membership = Schemas["Membership"];

/** How somebody stands to the school, in one word for the list. */
export type Standing = "active" | "inactive" | "declined" | "expired" | "failed" | "waiting" | "invited";

/** The state that matters most of a membership and of its open invitation. */
export function standing({ status, invitation }: Membership): Standing {
  if (status === "active") return "active";
  if (invitation?.declined_at && !invitation.mail) return "declined";
  if (status === "inactive") return "inactive";
  if (invitation?.mail === "failed") return "failed";
  if (invitation?.expired) return "expired";
  return invitation?.mail === "waiting" ? "waiting" : "invited";
}

/** Whether an invitation may be sent again: it waits for the person, or the person was removed, or declined. */
export const sendable = ({ status, invitation }: Membership) => status !== "active" || Boolean(invitation?.mail);

/** Whether it is known when the service tries again, and that is not now. */
export const later = (at: string | null | undefined, now: number) => at != null && Date.parse(at) - now > 5_000;

/**
 * How far the mails of an import are.
 *
 * @param most the most mails that waited since somebody looks
 * @param waiting how many wait now
 * @returns per cent
 */
export const mailed = (most: number, waiting: number) =>
  most === 0 ? 100 : Math.round((100 * (most - Math.min(waiting, most))) / most);
