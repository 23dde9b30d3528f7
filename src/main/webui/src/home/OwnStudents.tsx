import "./words";
import { Avatar, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/platform/api/api";
import { age, day } from "@/platform/i18n/formats";
import { useCan, useMe } from "@/platform/permissions/permissions";
import { Empty } from "@/platform/ui/Empty";
import { FailureAlert } from "@/platform/ui/FailureAlert";
import classes from "./Home.module.css";
import { relation } from "./relation";

/** The students whom somebody sees because they are theirs: a family's children, a teacher's classes, the own data of a student. */
export function OwnStudents() {
  const { t } = useTranslation();
  const whose = relation(useMe());
  const { data, error, refetch } = api.useQuery("get", "/api/v1/students", { params: { query: { page_size: 50 } } });
  if (error && !data) return <FailureAlert error={error} retry={refetch} />;
  if (!data) return null;
  if (data.items.length === 0) {
    return whose === "pupils" ? (
      <Empty title={t("home.noPupils")} hint={t("home.noPupilsHint")} />
    ) : (
      <Empty title={t("home.noChildren")} hint={t("home.noChildrenHint")} />
    );
  }
  return (
    <>
      <Title order={2} size="h4">
        {t(`home.${whose}`)}
      </Title>
      <div className={classes.grid}>
        {data.items.map((student) => (
          <Child key={student.id} student={student} />
        ))}
      </div>
    </>
  );
}

function Child({ student }: { student: Schemas["StudentItem"] }) {
  const { t } = useTranslation();
  const can = useCan();
  const what = (
    <>
      <Avatar name={student.full_name} color="athena" radius="xl" aria-hidden />
      <div>
        <Text fw={600}>{student.full_name}</Text>
        {student.birth_date ? (
          <Text size="sm" c="dimmed">
            {day(student.birth_date)} ({t("home.age", { count: age(student.birth_date) })})
          </Text>
        ) : null}
      </div>
    </>
  );
  return can("getStudent") ? (
    <Link to="/estudiantes/$studentId" params={{ studentId: student.id }} className={classes.child}>
      {what}
    </Link>
  ) : (
    <div className={classes.child}>{what}</div>
  );
}
