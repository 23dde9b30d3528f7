import { useEffect, useRef } from "react";
import { api, queries, type Schemas } from "@/platform/api/api";

type Progress = Schemas["MailProgress"];

const EVERY = 3_000;
/** While the mail service asks to wait there is nothing new to see. */
const SLOWLY = 20_000;

/** How many mails of invitations went out, wait or failed. It is asked again while some wait, and the lists follow. */
export function useMails(wanted: boolean) {
  const query = api.useQuery(
    "get",
    "/api/v1/admin/users/invitations/mails",
    {},
    { enabled: wanted, staleTime: 0, refetchInterval: ({ state }) => pause(state.data) },
  );
  const { data } = query;
  const most = useRef(0);
  most.current = data?.waiting ? Math.max(most.current, data.waiting) : 0;
  const counts = data ? `${data.waiting} ${data.sent} ${data.failed}` : "";
  const last = useRef(counts);
  useEffect(() => {
    if (last.current && counts !== last.current) {
      queries.invalidateQueries({ queryKey: ["get", "/api/v1/admin/users"] });
    }
    last.current = counts;
  }, [counts]);
  return { progress: data, most: most.current };
}

function pause(progress: Progress | undefined): number | false {
  if (!progress?.waiting) return false;
  const next = progress.next_attempt_at ? Date.parse(progress.next_attempt_at) - Date.now() : 0;
  return next > SLOWLY ? SLOWLY : EVERY;
}

/** Marks what the page knows of people and of their mails as old. */
export const peopleChanged = () =>
  queries.invalidateQueries({
    predicate: ({ queryKey }) => String(queryKey[1]).startsWith("/api/v1/admin/users"),
  });
