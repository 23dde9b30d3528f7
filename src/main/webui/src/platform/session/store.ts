import { create } from "zustand";
import { tab } from "@/platform/keep";

/**
 * `code`: signed in, and the second factor is missing. `expired`: the session ended by itself; what is on the screen waits for the
 * same person to come back.
 */
export type Status = "starting" | "out" | "code" | "in" | "expired";

type SessionState = {
  status: Status;
  token: string | null;
  userId: string | null;
  email: string | null;
  /** The school of this tab. Two tabs may work for two schools. */
  schoolId: string | null;
  /** A link of a mail belongs to this account, which is not the one that is in, and the person has not said yet whether they want it. */
  otherAccount: string | null;
};

const SCHOOL = "athena.school";

/** A mirror in memory of what supabase-js keeps. Nothing of it is written anywhere but the school of this tab. */
export const useSession = create<SessionState>()(() => ({
  status: "starting",
  token: null,
  userId: null,
  email: null,
  schoolId: tab.get(SCHOOL),
  otherAccount: null,
}));

/** Remembers the school of this tab without starting the page anew: for a page that shows no school yet. */
export function setSchool(id: string | null) {
  if (id) tab.set(SCHOOL, id);
  else tab.remove(SCHOOL);
  useSession.setState({ schoolId: id });
}
