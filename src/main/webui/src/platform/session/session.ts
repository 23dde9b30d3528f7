import { isAuthRetryableFetchError } from "@supabase/supabase-js";
import { tab } from "@/platform/keep";
import { auth, forgetSession, kept, mirror } from "./auth";
import { dropAll, forget, isLeaving, startAnew, startOver } from "./leave";
import { setSchool, useSession } from "./store";
import { claims } from "./token";

export { arrival } from "./arrival";
export { auth, changeToLink, dropLink, expire, kept, startSession } from "./auth";
export { isSharedComputer, setSharedComputer } from "./keptSession";
export { isLeaving, onStartOver, startAnew, whilePresent } from "./leave";
export { setSchool, useSession } from "./store";

const tabs = new BroadcastChannel("athena.session");

/** `unknown`: Supabase Auth could not be reached, so the session may still be good. */
type Renewal = "renewed" | "over" | "unknown";

let renewal: Promise<Renewal> | null = null;

/**
 * Gets another token in the place of one that the service refused, once for all that ask at the same time.
 *
 * @param refused the token that was refused; another tab may have renewed it already
 */
export function renew(refused: string | null): Promise<Renewal> {
  renewal ??= renewed(refused).finally(() => {
    renewal = null;
  });
  return renewal;
}

async function renewed(refused: string | null): Promise<Renewal> {
  if (isNew(refused)) return "renewed";
  const session = kept();
  if (!session) return "over";
  const { data, error } = await auth().refreshSession({ refresh_token: session.refresh_token });
  if (data.session || isNew(refused)) return "renewed";
  return isAuthRetryableFetchError(error) ? "unknown" : "over";
}

/** Whether what is kept is no longer that token; the store then has it as well. */
function isNew(refused: string | null): boolean {
  const session = kept();
  if (!session || session.access_token === refused) return false;
  mirror();
  return true;
}

/** Signs this device out, in every tab, and leaves nothing behind. The account's other devices stay signed in. */
export async function signOut(address = "/entrar") {
  dropAll();
  leave(await forgetSession(), address);
}

/**
 * Ends all sessions of the account, on every device.
 *
 * @throws TypeError when Supabase Auth could not be reached; the person is then still signed in
 */
export async function signOutEverywhere() {
  leave(await forgetSession("global"), "/entrar");
}

function leave(session: string | null, address: string) {
  forget();
  tabs.postMessage({ out: session });
  startAnew(address);
}

/** Works for another school from now on; none chooses again. */
export function changeSchool(id: string | null, address = "/") {
  setSchool(id);
  if (tab.lasts()) startAnew(address);
  else startOver(address);
}

/** Another tab has signed out: this one goes as well, unless it works with a session of its own. */
tabs.onmessage = ({ data }) => {
  const mine = kept();
  const same = mine && claims(mine.access_token)?.session_id === data?.out;
  const { status } = useSession.getState();
  if (isLeaving() || status === "out" || status === "starting" || (mine && !same)) return;
  forget();
  startAnew("/entrar");
};
