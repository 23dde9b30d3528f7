import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "@/platform/api/api";
import type { Operation } from "@/platform/api/operations";
import { useCan, useMe } from "@/platform/permissions/permissions";
import { entries } from "../menu";
import { matches } from "./matching";
import { type Place, recentPlaces } from "./recent";

export type Found = { title: string; places: Place[] };

/** Fewer letters find everybody. */
const LETTERS = 2;
const FEW = 5;

/** Screens that stand in no menu. */
const further = [
  { to: "/estudiantes/importar", label: "nav.import", needs: "importStudents" },
  { to: "/estudiantes/importaciones", label: "nav.imports", needs: "listStudentImports" },
  { to: "/estudiantes/nuevo", label: "nav.newStudent", needs: "createStudent" },
] as const satisfies { to: string; label: string; needs: Operation }[];

/** What the typed words find: screens at once, people when the service has answered. */
export function useFound(typed: string): { found: Found[]; searching: boolean } {
  const { t } = useTranslation();
  const can = useCan();
  const me = useMe();
  const school = me.school_id ?? null;
  const [words] = useDebouncedValue(typed.trim(), 300);
  const search = words.length >= LETTERS;
  const params = { params: { query: { q: words, page_size: FEW } } };
  const options = (operation: Operation, place: boolean) => ({
    enabled: search && place && can(operation),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const students = api.useQuery("get", "/api/v1/students", params, options("listStudents", school !== null));
  const guardians = api.useQuery("get", "/api/v1/guardians", params, options("listGuardians", school !== null));
  const people = api.useQuery("get", "/api/v1/admin/users", params, options("listUsers", true));
  const schools = api.useQuery("get", "/api/v1/admin/schools", params, options("listSchools", school === null));

  const screens: Place[] = [
    ...entries(can, school ? "school" : "platform").map(({ to, label }) => ({ to, label: t(`nav.${label}`) })),
    ...further.filter(({ needs }) => school && can(needs)).map(({ to, label }) => ({ to, label: t(label) })),
  ].filter(({ label }) => matches(label, typed));

  const found: Found[] = [];
  const add = (title: string, places: Place[] | undefined) => places?.length && found.push({ title, places });
  if (typed.trim() === "") add(t("app.recent"), recentPlaces(me.id, school));
  add(t("app.screens"), screens);
  if (search && typed.trim().length >= LETTERS) {
    add(
      t("nav.students"),
      students.data?.items.map((row) => ({
        to: `/estudiantes/${row.id}`,
        label: row.full_name,
        ...(row.document_number ? { hint: `${row.document_type ?? ""} ${row.document_number}` } : {}),
      })),
    );
    add(
      t("nav.guardians"),
      guardians.data?.items.map((row) => ({
        to: `/acudientes/${row.id}`,
        label: row.full_name,
        hint: row.phone ?? row.document_number,
      })),
    );
    add(
      t("nav.people"),
      people.data?.items.map((row) => ({
        to: `/personas/${row.id}`,
        label: row.full_name || row.email,
        ...(row.full_name ? { hint: row.email } : {}),
      })),
    );
    add(
      t("nav.schools"),
      schools.data?.items.map((row) => ({
        to: `/plataforma/colegios?q=${encodeURIComponent(row.name)}`,
        label: row.name,
      })),
    );
  }
  const asked = [students, guardians, people, schools];
  return { found, searching: search && asked.some((query) => query.isFetching) };
}
