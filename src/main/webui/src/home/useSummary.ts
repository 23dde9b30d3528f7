import { useQuery } from "@tanstack/react-query";
import { fetchAsMe } from "@/platform/api/api";
import { isProblem } from "@/platform/api/problem";
import { urlOf } from "@/platform/api/upload";

export type Span = { id: string; name: string; starts_on: string; ends_on: string };

/** The school's figures; what the person may not read is absent. */
export type Summary = {
  today: string;
  students?: { active: number; recently_added: number };
  guardians?: number;
  staff?: { members: number; by_role: { role: string; members: number }[] };
  invitations?: { open: number; expired: number; mail_waiting: number; mail_failed: number };
  recent_imports?: { carried_out: number; taken_back: number; students: number };
  year?: Span;
  period?: Span;
};

const address = "/api/v1/schools/me/summary";

/** Reads the figures in one call; null from a service that does not count them yet. */
export function useSummary() {
  return useQuery({
    queryKey: ["get", address],
    queryFn: async (): Promise<Summary | null> => {
      const answer = await fetchAsMe(new Request(urlOf(address)));
      const body = await answer.json();
      if (answer.ok) return body;
      if (isProblem(body) && body.status === 404) return null;
      throw body;
    },
  });
}
