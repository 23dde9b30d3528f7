import { useQueries } from "@tanstack/react-query";
import { api } from "@/platform/api/api";

/**
 * The names of schools for the platform's lists, where a membership names its school by its id. The first 200 schools are read at
 * once, others one by one.
 */
export function useSchoolNames(ids: readonly string[], wanted: boolean): (id: string) => string {
  const { data } = api.useQuery(
    "get",
    "/api/v1/admin/schools",
    { params: { query: { page_size: 200 } } },
    { enabled: wanted, staleTime: 300_000 },
  );
  const names = new Map(data?.items.map((school) => [school.id, school.name]));
  const missing = data ? [...new Set(ids)].filter((id) => !names.has(id)) : [];
  const others = useQueries({
    queries: missing.map((id) =>
      api.queryOptions("get", "/api/v1/admin/schools/{id}", { params: { path: { id } } }, { staleTime: 300_000 }),
    ),
  });
  for (const { data: school } of others) if (school) names.set(school.id, school.name);
  return (id) => names.get(id) ?? "…";
}
