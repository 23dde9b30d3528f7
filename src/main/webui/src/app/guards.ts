import type { QueryClient } from "@tanstack/react-query";
import { redirect } from "@tanstack/react-router";
import { api } from "@/platform/api/api";
import { isProblem } from "@/platform/api/problem";
import { arrival, setSchool, useSession } from "@/platform/session/session";

const profile = api.queryOptions("get", "/api/v1/auth/me", {}, { staleTime: 300_000 });

/** Whoever came by a link of a mail answers first whose it is, and sets the new password for which they asked. */
export function answerArrival(path: string, here: string) {
  const { otherAccount, status } = useSession.getState();
  if (otherAccount !== null && path !== "/otra-cuenta") throw redirect({ to: "/otra-cuenta", search: { next: here } });
  if (otherAccount === null && arrival.recovery && status === "in" && !arrival.secret) {
    arrival.recovery = false;
    // Supabase Auth leads to the site's own address when the wanted one is not among those that it allows.
    if (path === "/") throw redirect({ to: "/clave" });
  }
}

/** Asks for the second factor of an account that has one. */
export function requireCode(here: string) {
  if (useSession.getState().status === "code") throw redirect({ to: "/segundo-factor", search: { next: here } });
}

/** Lets in who is signed in and gives their profile; everybody else signs in first and comes back. */
export async function requireSession(queries: QueryClient, here: string) {
  requireCode(here);
  const { status } = useSession.getState();
  if (status !== "in" && status !== "expired") throw redirect({ to: "/entrar", search: { next: here } });
  try {
    return await queries.ensureQueryData(profile);
  } catch (error) {
    // The school of this tab was left or closed meanwhile; the person chooses again.
    if (isProblem(error) && lostSchool.includes(error.code) && useSession.getState().schoolId) {
      setSchool(null);
      return queries.fetchQuery(profile);
    }
    throw error;
  }
}

const lostSchool: readonly string[] = ["tenant.not_a_member", "tenant.invalid_school_id", "resource.not_found"];

/** Lets in who has chosen a school, or works on the platform. */
export async function requireSchool(queries: QueryClient, here: string) {
  const me = await requireSession(queries, here);
  if (me.second_factor_required && !me.school_id && me.memberships.length === 0) {
    throw redirect({ to: "/segundo-factor", search: { next: here } });
  }
  if (me.school_id) {
    if (!useSession.getState().schoolId) setSchool(me.school_id);
  } else if (!me.is_superadmin) {
    throw redirect({ to: "/elegir-colegio", search: { next: here } });
  }
}
