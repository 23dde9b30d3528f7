import "./words";
import { Skeleton, Stack, Text } from "@mantine/core";
import { IconSchool } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { number } from "@/platform/i18n/formats";
import { useCan } from "@/platform/permissions/permissions";
import { Empty } from "@/platform/ui/Empty";
import { FailureAlert } from "@/platform/ui/FailureAlert";
import { AnchorLink, ButtonLink } from "@/platform/ui/links";
import classes from "./Home.module.css";
import { Part } from "./Part";
import { RecentImports } from "./RecentImports";
import { Invitations, Team } from "./Team";
import { type Summary, useSummary } from "./useSummary";
import { Year } from "./Year";

const LastChanges = lazy(() => import("@/compliance").then((compliance) => ({ default: compliance.LastChanges })));

/** The school in figures, for those who work in it. */
export function SchoolToday() {
  const { t } = useTranslation();
  const can = useCan();
  const { data, error, refetch, isPending } = useSummary();
  if (error && !data) return <FailureAlert error={error} retry={refetch} />;
  return (
    <Stack gap="md">
      {isPending ? <Skeleton h={96} /> : null}
      {data ? <Figures summary={data} /> : null}
      <div className={classes.grid}>
        {data && can("listYears") ? <Year summary={data} /> : null}
        {data?.staff ? <Team staff={data.staff} /> : null}
        {data?.invitations ? <Invitations invitations={data.invitations} /> : null}
        {can("listStudentImports") ? <RecentImports /> : null}
        {can("listAuditLog") ? (
          <Part
            title={t("home.changes")}
            link={
              <AnchorLink to="/auditoria" size="sm">
                {t("home.seeChanges")}
              </AnchorLink>
            }
          >
            <Suspense fallback={<Skeleton h={120} />}>
              <LastChanges className={classes.lines ?? ""} />
            </Suspense>
          </Part>
        ) : null}
      </div>
    </Stack>
  );
}

function Figures({ summary: { students, guardians, staff } }: { summary: Summary }) {
  const { t } = useTranslation();
  const can = useCan();
  if (students?.active === 0 && can("importStudents")) {
    return (
      <Empty title={t("home.noStudents")} hint={t("home.noStudentsHint")} icon={<IconSchool size={28} />}>
        <ButtonLink to="/estudiantes/importar">{t("home.import")}</ButtonLink>
        <ButtonLink to="/estudiantes/nuevo" variant="default">
          {t("home.add")}
        </ButtonLink>
      </Empty>
    );
  }
  return (
    <div className={classes.figures}>
      {students ? (
        <Link to="/estudiantes" className={classes.figure}>
          <Large value={students.active} label={t("home.students", { count: students.active })} />
          {students.recently_added ? (
            <Text size="sm" c="dimmed">
              {t("home.added", { count: students.recently_added })}
            </Text>
          ) : null}
        </Link>
      ) : null}
      {guardians === undefined || guardians === null ? null : (
        <Link to="/acudientes" className={classes.figure}>
          <Large value={guardians} label={t("home.guardians", { count: guardians })} />
        </Link>
      )}
      {staff ? (
        <Link to="/personas" className={classes.figure}>
          <Large value={staff.members} label={t("home.staff", { count: staff.members })} />
        </Link>
      ) : null}
    </div>
  );
}

function Large({ value, label }: { value: number; label: string }) {
  return (
    <>
      <Text fz={34} fw={700} lh={1.1}>
        {number(value)}
      </Text>
      <Text size="sm" fw={500}>
        {label}
      </Text>
    </>
  );
}
