import { AuthClient, type Session } from "@supabase/supabase-js";
import type { Config } from "./config";
import { useSession } from "./store";

/** People who share a computer keep their session in the tab, and it ends with the tab or after a pause. */
const SHARED = "athena.shared-computer";

export const isSharedComputer = () => localStorage.getItem(SHARED) === "yes";

/** Says before a sign-in whether this computer is shared; the session is then kept by the tab alone. */
export function setSharedComputer(shared: boolean) {
  if (shared) localStorage.setItem(SHARED, "yes");
  else localStorage.removeItem(SHARED);
}

const storage = {
  getItem: (key: string) => sessionStorage.getItem(key) ?? localStorage.getItem(key),
  setItem: (key: string, value: string) => {
    const [kept, other] = isSharedComputer() ? [sessionStorage, localStorage] : [localStorage, sessionStorage];
    other.removeItem(key);
    kept.setItem(key, value);
  },
  removeItem: (key: string) => {
    sessionStorage.removeItem(key);
    localStorage.removeItem(key);
  },
};

/** How the person came to this page, when a link of a mail brought them; the address loses its secrets at once. */
export type Arrival = { kind: "none" | "link" | "recovery" } | { kind: "failed"; code: string };

let client: InstanceType<typeof AuthClient>;
let arrival: Arrival = { kind: "none" };

export const auth = () => client;
export const arrived = () => arrival;

/**
 * Starts the part of supabase-js that signs in; its clients for tables, files and realtime stay out of the page. Links of
 * mails carry the session in the fragment (implicit flow), because an invitation is opened in a browser that did not ask for it.
 */
export function startSession(config: Config): Promise<void> {
  arrival = arrivalOf(location);
  client = new AuthClient({
    url: `${config.supabase_url}/auth/v1`,
    headers: { apikey: config.publishable_key },
    storageKey: `sb-${new URL(config.supabase_url).hostname.split(".")[0]}-auth-token`,
    storage,
    flowType: "implicit",
    detectSessionInUrl: true,
  });
  return new Promise((known) => {
    client.onAuthStateChange((event, session) => {
      mirror(event === "SIGNED_OUT", session);
      known();
    });
  });
}

function arrivalOf({ hash, search }: Location): Arrival {
  const words = new URLSearchParams(hash.slice(1));
  const code = words.get("error_code") ?? new URLSearchParams(search).get("error_code");
  if (code) {
    history.replaceState(history.state, "", location.pathname);
    return { kind: "failed", code };
  }
  if (!words.has("access_token")) return { kind: "none" };
  return { kind: words.get("type") === "recovery" ? "recovery" : "link" };
}

/** Only copies: a callback that waits for the client here would wait for itself. */
function mirror(ended: boolean, session: Session | null) {
  const { status } = useSession.getState();
  if (session) {
    useSession.setState({
      status: "in",
      token: session.access_token,
      userId: session.user.id,
      email: session.user.email ?? null,
    });
  } else if (ended && (status === "in" || status === "expired")) {
    useSession.setState({ status: "expired", token: null });
  } else {
    useSession.setState({ status: "out", token: null, userId: null, email: null });
  }
}
