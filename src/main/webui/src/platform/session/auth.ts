import { AuthClient, type AuthError } from "@supabase/supabase-js";
import { arrival } from "./arrival";
import { wasAsked } from "./asked";
import type { Config } from "./config";
import { fetchByDeviceTime } from "./deviceTime";
import { keptSession, needsCode, storage, takeOver } from "./keptSession";
import { forget, isLeaving, startAnew } from "./leave";
import { useSession } from "./store";
import { claims } from "./token";

/** The page opens though Supabase Auth does not answer; its requests tell what is wrong. */
const PATIENCE = 5_000;

let client: InstanceType<typeof AuthClient>;
let name = "";
/** A token that the service refused and that could not be renewed; it brings nobody back in. */
let refused: string | null = null;
let paused = false;

export const auth = () => client;

/** The session that this tab works with, as supabase-js keeps it. */
export const kept = () => keptSession(name);

/**
 * Starts the part of supabase-js that signs in; its clients for tables, files and realtime stay out of the page. Links of
 * mails carry the session in the fragment (implicit flow), because an invitation is opened in a browser that did not ask for it.
 */
export async function startSession(config: Config): Promise<void> {
  name = `sb-${new URL(config.supabase_url).hostname.split(".")[0]}-auth-token`;
  client = new AuthClient({
    url: `${config.supabase_url}/auth/v1`,
    headers: { apikey: config.publishable_key },
    storageKey: name,
    storage,
    fetch: fetchByDeviceTime,
    flowType: "implicit",
    detectSessionInUrl: false,
  });
  const known = new Promise<void>((resolve) => {
    client.onAuthStateChange((event, session) => {
      if (event === "TOKEN_REFRESHED" && session) takeOver(name, session);
      mirror();
      if (event === "INITIAL_SESSION") resolve();
    });
  });
  await Promise.race([known, new Promise((late) => setTimeout(late, PATIENCE))]);
  mirror();
  await arrive();
}

/**
 * A link of a mail signs in. The person is asked first when it belongs to another account than the one that is in, and when this
 * browser did not ask for the mail: somebody may have sent the link of their own account.
 */
async function arrive() {
  const { link } = arrival;
  if (!link) return;
  const present = kept();
  const known = wasAsked(arrival.asked) || arrival.invitation;
  if (!present && known) return follow();
  if (present?.user.id !== link.userId) {
    useSession.setState({ otherAccount: link.email ?? "" });
  } else if (arrival.recovery && !arrival.secret && claims(present.access_token)?.aal !== "aal2") {
    await follow();
  } else {
    dropLink();
    arrival.followed = true;
  }
}

/** Signs in with the session of the link. */
async function follow() {
  const { link } = arrival;
  arrival.link = null;
  if (!link) return;
  const { error } = await client.refreshSession({ refresh_token: link.refreshToken });
  if (error) arrival.failed = error.code ?? "unexpected_failure";
  else arrival.followed = true;
}

/** The account of the link, instead of the one that is in, if any; nothing of that one has been shown on this page yet. */
export async function changeToLink() {
  paused = true;
  if (kept()) await forgetSession();
  forget();
  paused = false;
  useSession.setState({ status: "out", token: null, userId: null, email: null, schoolId: null, otherAccount: null });
  await follow();
}

/** Stays with the account that is in; the session of the link ends. */
export function dropLink() {
  const { link } = arrival;
  arrival.link = null;
  useSession.setState({ otherAccount: null });
  if (link) client.admin.signOut(link.accessToken, "local").catch(() => undefined);
}

/**
 * Ends the session of this device. Without a network it is forgotten here all the same.
 *
 * @returns the id of the session that ended
 */
export async function forgetSession(scope: "local" | "global" = "local"): Promise<string | null> {
  const before = kept();
  const ended: Promise<{ error: AuthError | null }> = client.signOut({ scope });
  const late = new Promise<"late">((resolve) => setTimeout(() => resolve("late"), PATIENCE));
  const outcome = await Promise.race([ended.catch(() => "failed" as const), late]);
  if (scope === "global" && (typeof outcome === "string" || outcome.error)) {
    throw new TypeError("the sessions were not ended");
  }
  storage.removeItem(name);
  return before ? (claims(before.access_token)?.session_id ?? null) : null;
}

/** The page's store says that the session is over; the sign-in then covers the screen. */
export function expire() {
  refused = useSession.getState().token;
  useSession.setState({ status: "expired", token: null });
}

/** Copies what is kept. It never asks the client, and never believes what another tab says of its own session. */
export function mirror() {
  if (isLeaving() || paused) return;
  const session = kept();
  const { status, userId } = useSession.getState();
  if (!session) {
    if (status === "in" || status === "code" || status === "expired") {
      useSession.setState({ status: "expired", token: null });
    } else {
      useSession.setState({ status: "out", token: null, userId: null, email: null });
    }
  } else if (userId && userId !== session.user.id) {
    forget(name);
    startAnew("/");
  } else if (session.access_token !== refused) {
    // Whoever was told that their link failed came in another way.
    if (status === "out") arrival.failed = null;
    useSession.setState({
      status: needsCode(session) ? "code" : "in",
      token: session.access_token,
      userId: session.user.id,
      email: session.user.email ?? null,
    });
  }
}
