import { QueryClient } from "@tanstack/react-query";
import createFetch from "openapi-fetch";
import createQueries from "openapi-react-query";
import { apiUrl } from "@/platform/session/config";
import { expire, renew, useSession, whilePresent } from "@/platform/session/session";
import { isProblem } from "./problem";
import type { components, paths } from "./schema";

export type Schemas = components["schemas"];

/** A request that takes longer than the service lets any request take is lost. */
const PATIENCE = 150_000;

/** Sends as the person of this tab for the school of this tab. A refused token is renewed once; then the sign-in covers the screen. */
export async function fetchAsMe(request: Request): Promise<Response> {
  const again = request.clone();
  const answer = await send(request);
  if (answer.status !== 401 || useSession.getState().status !== "in") return answer;
  if (await renew()) {
    const second = await send(again);
    if (second.status !== 401) return second;
  }
  expire();
  return answer;
}

function send(request: Request): Promise<Response> {
  const { token, schoolId } = useSession.getState();
  const headers = new Headers(request.headers);
  if (token) headers.set("Authorization", `Bearer ${token}`);
  if (schoolId) headers.set("X-School-Id", schoolId);
  const signal = AbortSignal.any([request.signal, whilePresent(), AbortSignal.timeout(PATIENCE)]);
  return fetch(new Request(request, { headers, signal, cache: "no-store" }));
}

export const client = createFetch<paths>({ baseUrl: apiUrl || location.origin, fetch: fetchAsMe });

/** Hooks for queries and mutations, typed by the description of the API. */
export const api = createQueries(client);

/** Only what may pass by itself is tried again: no answer, or an overload. The waiting time grows. */
const passing = (error: unknown) => !isProblem(error) || error.status === 503;

export const queries = new QueryClient({
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
