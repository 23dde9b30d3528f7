import { auth } from "./auth";
import { setSchool, useSession } from "./store";

export { arrived, auth, isSharedComputer, setSharedComputer, startSession } from "./auth";
export { setSchool, useSession } from "./store";

const tabs = new BroadcastChannel("athena.session");
let requests = new AbortController();

/** Ends with the session of this page: what is in flight then is dropped and nobody reads its answer. */
export const whilePresent = () => requests.signal;

/** Asks for a fresh token once, for all that ask at the same time. False when the session is over. */
let renewal: Promise<boolean> | null = null;
export function renew(): Promise<boolean> {
  renewal ??= auth()
    .refreshSession()
    .then(({ data }) => data.session !== null)
    .catch(() => false)
    .finally(() => {
      renewal = null;
    });
  return renewal;
}

/** The page's store says that the session is over; the sign-in then covers the screen. */
export const expire = () => useSession.setState({ status: "expired", token: null });

/** Starts the page anew at that address, so that nothing of before is left in memory. */
export function startAnew(address: string) {
  requests.abort();
  requests = new AbortController();
  location.replace(address);
}

/** Signs this device out, in every tab, and leaves nothing behind. */
export async function signOut(address = "/entrar") {
  requests.abort();
  useSession.setState({ token: null });
  // The account's other devices stay signed in. Without a network the session is forgotten here all the same.
  await auth().signOut({ scope: "local" });
  forget();
  tabs.postMessage("out");
  startAnew(address);
}

/** Works for another school from now on; none chooses again. */
export function changeSchool(id: string | null, address = "/") {
  setSchool(id);
  startAnew(address);
}

/** Erases drafts and the school of this tab; what is kept by name survives (colours, the shared computer). */
function forget() {
  sessionStorage.clear();
}

tabs.onmessage = () => {
  forget();
  startAnew("/entrar");
};

/** A page that the browser kept for its Back button shows nothing when the session or the school has changed meanwhile. */
window.addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
