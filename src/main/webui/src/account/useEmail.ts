import { useSession } from "@/platform/session/session";

/** The e-mail of whoever is signed in; empty when the account has none. */
export const useEmail = () => useSession((session) => session.email ?? "");
