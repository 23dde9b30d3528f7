import { useRef, useState } from "react";
import { client, outdated, type Schemas } from "@/platform/api/api";
import { weightOf } from "./periodFaults";
import type { YearDraft } from "./yearDraft";

type Year = Schemas["Year"];

/**
 * Creates a year and then its periods. When one request fails, another attempt repeats nothing that was saved: each content has a
 * key of its own, by which the service knows it again.
 */
export function useYearCreation() {
  const [year, setYear] = useState<Year | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const keys = useRef(new Map<string, string>());

  const keyOf = (body: unknown) => {
    const content = JSON.stringify(body);
    const key = keys.current.get(content) ?? crypto.randomUUID();
    keys.current.set(content, key);
    return { "Idempotency-Key": key };
  };
  const createYear = async ({ name, starts_on, ends_on }: YearDraft) => {
    const body = { name: name.trim(), starts_on, ends_on };
    const answer = await client.POST("/api/v1/schools/me/years", { params: { header: keyOf(body) }, body });
    if (!answer.data) throw answer.error;
    return answer.data;
  };
  const createPeriod = async (of: string, { name, starts_on, ends_on, weight }: YearDraft["periods"][number]) => {
    const body = { name: name.trim(), starts_on, ends_on, weight: weightOf(weight) };
    const params = { path: { year: of }, header: keyOf(body) };
    const answer = await client.POST("/api/v1/schools/me/years/{year}/periods", { params, body });
    if (!answer.data) throw answer.error;
  };

  const create = async (draft: YearDraft): Promise<Year> => {
    setBusy(true);
    setError(null);
    try {
      const created = year ?? (await createYear(draft));
      setYear(created);
      // One after the other, because the service locks the year for each.
      for (const period of draft.periods) await createPeriod(created.id, period);
      return created;
    } catch (problem) {
      setError(problem);
      throw problem;
    } finally {
      setBusy(false);
      outdated("/schools/me/years");
    }
  };
  return { year, error, busy, create };
}
