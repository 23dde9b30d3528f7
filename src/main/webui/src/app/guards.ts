import type { QueryClient } from "@tanstack/react-query";
import { redirect } from "@tanstack/react-router";
import { api } from "@/platform/api/api";
import { isProblem } from "@/platform/api/problem";
import { setSchool, useSession } from "@/platform/session/session";

const profile = api.queryOptions("get", "/api/v1/auth/me", {}, { staleTime: 300_000 });

/** Lets in who is signed in and gives their profile; everybody else signs in first and comes back. */
export async function requireSession(queries: QueryClient, here: string) {
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
  if (me.school_id) {
    if (!useSession.getState().schoolId) setSchool(me.school_id);
  } else if (!me.is_superadmin) {
    throw redirect({ to: "/elegir-colegio", search: { next: here } });
  }
}
