import "./words";
import { Navigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api } from "@/platform/api/api";
import { longDay } from "@/platform/i18n/formats";
import { useCan, useMe } from "@/platform/permissions/permissions";
import { Screen } from "@/platform/ui/Screen";
import { OwnStudents } from "./OwnStudents";
import { SchoolToday } from "./SchoolToday";
import { greeting } from "./year";

/** What is known today, each figure with the way to its list. */
export function Home() {
  const { school_id: school } = useMe();
  return school ? <InSchool /> : <Navigate to="/plataforma/colegios" replace />;
}

function InSchool() {
  const { t } = useTranslation();
  const can = useCan();
  const { full_name: name, permissions } = useMe();
  const { data: school } = api.useQuery("get", "/api/v1/schools/me");
  const [first = name] = name.split(" ");
  const now = new Date();
  // Whoever may read students at all sees the school; a family sees its own.
  const wide = permissions.includes("read:students") || permissions.includes("read:all");
  return (
    <Screen
      title={t(`home.${greeting(now.getHours())}`, { name: first })}
      lead={[school?.name, longDay(now)].filter(Boolean).join(" · ")}
    >
      {wide ? <SchoolToday /> : can("listStudents") ? <OwnStudents /> : null}
    </Screen>
  );
}
