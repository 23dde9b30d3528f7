import { create } from "zustand";

/** `expired`: the session ended by itself; what is on the screen waits for the same person to come back. */
export type Status = "starting" | "out" | "in" | "expired";

type SessionState = {
  status: Status;
  token: string | null;
  userId: string | null;
  email: string | null;
  /** The school of this tab. Two tabs may work for two schools. */
  schoolId: string | null;
};

const SCHOOL = "athena.school";

/** A mirror in memory of what supabase-js keeps. Nothing of it is written anywhere but the school of this tab. */
export const useSession = create<SessionState>()(() => ({
  status: "starting",
  token: null,
  userId: null,
  email: null,
  schoolId: sessionStorage.getItem(SCHOOL),
}));

/** Remembers the school of this tab without starting the page anew: for a page that shows no school yet. */
export function setSchool(id: string | null) {
  if (id) sessionStorage.setItem(SCHOOL, id);
  else sessionStorage.removeItem(SCHOOL);
  useSession.setState({ schoolId: id });
}
