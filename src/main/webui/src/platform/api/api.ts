import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import createFetch from "openapi-fetch";
import createQueries from "openapi-react-query";
import { apiUrl } from "@/platform/session/config";
import { changeSchool, expire, renew, useSession, whilePresent } from "@/platform/session/session";
import { answered } from "./contact";
import { onRefusal } from "./lostRight";
import { isProblem, NotAthena, problemOf } from "./problem";
import type { components, paths } from "./schema";

export type Schemas = components["schemas"];

/** A request that takes longer than the service lets any request take is lost. */
export const PATIENCE = 150_000;

/** Sends as the person of this tab for the school of this tab. */
export async function fetchAsMe(request: Request): Promise<Response> {
  const answer = await renewing(() => send(request.clone()));
  if (answer.ok || answer.status === 304) {
    answered();
    return answer;
  }
  // The time to wait stands in a header; screens read it with the problem.
  const problem = problemOf(await answer.text(), answer.headers.get("Retry-After"));
  answered();
  return new Response(JSON.stringify(problem), {
    status: answer.status,
    headers: { "Content-Type": "application/json" },
  });
}

/** Sends once more with a fresh token when the token was refused; then the sign-in covers the screen. */
export async function renewing<A extends { status: number }>(once: () => Promise<A>): Promise<A> {
  const { token } = useSession.getState();
  const answer = await once();
  if (answer.status !== 401 || useSession.getState().status !== "in") return answer;
  const renewal = await renew(token);
  if (renewal === "unknown") throw new NotAthena("the session could not be renewed");
  if (renewal === "renewed") {
    const second = await once();
    if (second.status !== 401) return second;
  }
  expire();
  return answer;
}

/** Those headers, with the token of the person and the school of this tab. */
export function headersAsMe(others?: HeadersInit): Headers {
  const { token, schoolId } = useSession.getState();
  const headers = new Headers(others);
  if (token) headers.set("Authorization", `Bearer ${token}`);
  if (schoolId) headers.set("X-School-Id", schoolId);
  return headers;
}

function send(request: Request): Promise<Response> {
  const signal = AbortSignal.any([request.signal, whilePresent(), AbortSignal.timeout(PATIENCE)]);
  return fetch(new Request(request, { headers: headersAsMe(request.headers), signal, cache: "no-store" }));
}

export const client = createFetch<paths>({
  baseUrl: apiUrl || location.origin,
  fetch: fetchAsMe,
  // Several values of one parameter stand with commas between them.
  querySerializer: { array: { style: "form", explode: false } },
});

/** Hooks for queries and mutations, typed by the description of the API. */
export const api = createQueries(client);

/** A longer time is counted down on the screen. */
const SILENT_SECONDS = 5;

/** Only what may pass by itself is tried again: no answer, or a short overload. The waiting time grows. */
const passing = (error: unknown) =>
  !isProblem(error) || (error.status === 503 && (error.retry_after ?? 0) <= SILENT_SECONDS);

const leaveSchool = () => changeSchool(null);

export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error, query) => onRefusal(queries, error, leaveSchool, query) }),
  mutationCache: new MutationCache({ onError: (error) => onRefusal(queries, error, leaveSchool) }),
  defaultOptions: {
    queries: { staleTime: 30_000, retry: (count, error) => count < 2 && passing(error) },
    mutations: { retry: false, networkMode: "always" },
  },
});

/** Marks every answer under that address as old, so that open screens read it again. */
export const outdated = (...addresses: string[]) =>
  queries.invalidateQueries({
    predicate: ({ queryKey }) => addresses.some((address) => String(queryKey[1]).startsWith(`/api/v1${address}`)),
  });
