import type { Session } from "@supabase/supabase-js";
import { device, tab } from "@/platform/keep";
import { claims } from "./token";

/** People who share a computer keep their session in the tab, and it ends with the tab or after a pause. */
const SHARED = "athena.shared-computer";

export const isSharedComputer = () => device.get(SHARED) === "yes";

/** Says before a sign-in whether this computer is shared; the session is then kept by the tab alone. */
export function setSharedComputer(shared: boolean) {
  if (shared) device.set(SHARED, "yes");
  else device.remove(SHARED);
}

/** Where supabase-js keeps the session: in the tab on a shared computer, else for all tabs. */
export const storage = {
  getItem: (name: string) => tab.get(name) ?? device.get(name),
  setItem: (name: string, value: string) => {
    const [kept, other] = isSharedComputer() ? [tab, device] : [device, tab];
    other.remove(name);
    kept.set(name, value);
  },
  removeItem: (name: string) => {
    tab.remove(name);
    device.remove(name);
  },
};

/** The session that supabase-js keeps under that name. */
export function keptSession(name: string): Session | null {
  try {
    const kept = JSON.parse(storage.getItem(name) ?? "null");
    return kept?.access_token && kept.user?.id ? kept : null;
  } catch {
    return null;
  }
}

/**
 * Two tabs of a shared computer hold copies of one session when one was opened from the other. The copy takes over the newer tokens,
 * because an old one that is used again ends the session.
 */
export function takeOver(name: string, newer: Session) {
  const kept = keptSession(name);
  if (!kept || tab.get(name) === null || kept.access_token === newer.access_token) return;
  const [mine, other] = [claims(kept.access_token), claims(newer.access_token)];
  const later = (newer.expires_at ?? 0) >= (kept.expires_at ?? 0);
  if (mine?.session_id && mine.session_id === other?.session_id && later) tab.set(name, JSON.stringify(newer));
}

/** Whether the account has a second factor that this session has not shown. */
export function needsCode({ access_token, user }: Pick<Session, "access_token" | "user">): boolean {
  return claims(access_token)?.aal !== "aal2" && (user.factors?.some(({ status }) => status === "verified") ?? false);
}
