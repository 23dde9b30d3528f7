import { ASKED } from "./asked";
import { claims } from "./token";

/** The session that a link of a mail brings. */
export type Link = { accessToken: string; refreshToken: string; userId: string; email: string | null };

/** How somebody came to this page. */
export type Arrival = {
  link: Link | null;
  /** The link was asked for because of a forgotten password. */
  recovery: boolean;
  /** The code of Supabase Auth when the link did not work. */
  failed: string | null;
  /** What the mail was marked with by the browser that asked for it. */
  asked: string | null;
  /** The link leads to an invitation, whose screen names the account before anything else. */
  invitation: boolean;
  /** The person works with the account that the link was for. */
  followed: boolean;
  /** The secret of an invitation; it is kept nowhere else. */
  secret: string | null;
};

const INVITATION = "/invitacion";
const SPENT = ["error", "error_code", "error_description", "code", "sb"];

/**
 * Reads an address that a link of a mail leads to.
 *
 * @returns what it brought, and the address without its secrets
 */
export function readArrival({ pathname, search, hash }: Pick<Location, "pathname" | "search" | "hash">) {
  const query = new URLSearchParams(search);
  const words = new URLSearchParams(hash.slice(1));
  const told = (name: string) => words.get(name) ?? query.get(name);
  const accessToken = words.get("access_token");
  const refreshToken = words.get("refresh_token");
  const who = accessToken ? claims(accessToken) : null;
  const arrival: Arrival = {
    link:
      accessToken && refreshToken && who
        ? { accessToken, refreshToken, userId: who.sub, email: who.email ?? null }
        : null,
    recovery: words.get("type") === "recovery",
    failed: told("error_code") ?? told("error"),
    asked: query.get(ASKED),
    invitation: pathname === INVITATION,
    followed: false,
    secret: pathname === INVITATION ? query.get("secret") : null,
  };
  const fromMail = accessToken !== null || arrival.failed !== null;
  for (const name of fromMail ? SPENT : []) query.delete(name);
  query.delete(ASKED);
  if (pathname === INVITATION) query.delete("secret");
  const rest = query.size ? `?${query}` : "";
  return { arrival, address: `${pathname}${rest}${fromMail ? "" : hash}` };
}

/** Reads the address once, before the router does, and takes the secrets out of it and of the history. */
function take(): Arrival {
  const { arrival, address } = readArrival(location);
  if (address !== `${location.pathname}${location.search}${location.hash}`) history.replaceState(null, "", address);
  return arrival;
}

export const arrival: Arrival = take();
