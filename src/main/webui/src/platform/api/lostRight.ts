import type { QueryClient } from "@tanstack/react-query";
import { isProblem } from "./problem";

const LOST_SCHOOL: readonly string[] = ["tenant.not_a_member", "auth.user_inactive", "auth.user_unknown"];

type Query = { queryKey: readonly unknown[]; setState: (state: { data: undefined }) => void };

/**
 * What the page had read goes when the person may read it no longer: the row or list that is refused (403, 404), and everything when the
 * school is closed to them.
 *
 * @param startOver draws the page anew, for whatever school is left
 */
export function onRefusal(queries: QueryClient, error: unknown, startOver: () => void, query?: Query) {
  if (!isProblem(error)) return;
  if (LOST_SCHOOL.includes(error.code)) {
    if (anythingWasRead(queries)) startOver();
  } else if (error.status === 403 || error.status === 404) {
    query?.setState({ data: undefined });
    // The menu and the buttons follow the permissions that are left.
    if (error.code === "auth.forbidden") queries.invalidateQueries({ queryKey: ["get", "/api/v1/auth/me"] });
  }
}

/** A page that has been drawn anew has nothing, so it is not drawn anew without end. */
const anythingWasRead = (queries: QueryClient) =>
  queries.getQueryCache().findAll({ predicate: ({ state }) => state.data !== undefined }).length > 0;
