import "./words";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { client, type Schemas } from "@/platform/api/api";
import { day } from "@/platform/i18n/formats";
import { useCan } from "@/platform/permissions/permissions";
import { FailureAlert } from "@/platform/ui/FailureAlert";
import { Printed } from "@/platform/ui/Printed";

const route = getRouteApi("/imprimir/estudiantes/");

/** As many as the service gives at once. */
const AT_ONCE = 200;

/** All students of a search, not only a page of them. */
export function StudentsPrint() {
  const { t } = useTranslation();
  const { q, sort, show } = route.useSearch();
  const active = show === "any" ? ("any" as const) : show === "true";
  const query = useQuery({
    queryKey: ["print", "/api/v1/students", q, sort, show],
    queryFn: () => everyStudent({ ...(q.trim() ? { q: q.trim() } : {}), sort, is_active: active }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const documents = useCan()("listStudentGuardians");
  const students = query.data ?? [];
  return (
    <Printed
      title={t("student.title")}
      lead={query.data ? t("student.count", { count: students.length }) + (q ? ` · «${q}»` : "") : t("ui.loading")}
      ready={query.data !== undefined}
    >
      <FailureAlert error={query.error} retry={query.refetch} />
      <table>
        <thead>
          <tr>
            <th>#</th>
            <th>{t("student.name")}</th>
            {documents ? <th>{t("student.document")}</th> : null}
            <th>{t("student.birth")}</th>
            {show === "any" ? <th>{t("student.state")}</th> : null}
          </tr>
        </thead>
        <tbody>
          {students.map((one, place) => (
            <tr key={one.id}>
              <td>{place + 1}</td>
              <td>
                {[one.last_name, one.second_last_name].filter(Boolean).join(" ")},{" "}
                {[one.first_name, one.middle_name].filter(Boolean).join(" ")}
              </td>
              {documents ? <td>{[one.document_type, one.document_number].filter(Boolean).join(" ")}</td> : null}
              <td>{one.birth_date ? day(one.birth_date) : ""}</td>
              {show === "any" ? <td>{t(one.is_active ? "student.active" : "student.inactive")}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </Printed>
  );
}

type Filter = { q?: string; sort: "last_name" | string; is_active: boolean | "any" };

async function everyStudent(filter: Filter): Promise<Schemas["StudentItem"][]> {
  const all: Schemas["StudentItem"][] = [];
  for (let page = 1; ; page += 1) {
    const { data, error } = await client.GET("/api/v1/students", {
      params: { query: { ...filter, page, page_size: AT_ONCE } as never },
    });
    if (error) throw error;
    all.push(...data.items);
    if (all.length >= data.total || data.items.length === 0) return all;
  }
}
