import "./words";
import { Alert, Anchor, List, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client, outdated } from "@/platform/api/api";
import { isProblem, type Problem } from "@/platform/api/problem";
import { Confirm } from "@/platform/ui/Confirm";
import { AnchorLink } from "@/platform/ui/links";
import { done } from "@/platform/ui/notify";

type Props = {
  id: string;
  students: number;
  onClose: () => void;
  onDone?: () => void;
};

/** Asks, and takes an import back; names whom somebody has changed since. */
export function TakeBack({ id, students, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const [touched, setTouched] = useState<Problem | null>(null);
  const takeBack = async () => {
    setTouched(null);
    const { error } = await client.DELETE("/api/v1/students/imports/{id}", { params: { path: { id } } });
    if (isTouched(error)) setTouched(error);
    if (error) throw error;
    outdated("/students", "/guardians", "/schools/me/summary", "/compliance");
    done(t("importing.takenBack"));
    onDone?.();
  };
  return (
    <Confirm
      opened
      danger
      onClose={onClose}
      title={t("importing.takeBackTitle")}
      consequence={t("importing.takeBackText", { count: students })}
      action={t("importing.takeBack")}
      onConfirm={takeBack}
    >
      {touched ? <Touched problem={touched} /> : null}
    </Confirm>
  );
}

const isTouched = (error: unknown): error is Problem => isProblem(error) && error.reason === "import.touched";

function Touched({ problem: { touched = 0, touched_rows: rows = [] } }: { problem: Problem }) {
  const { t } = useTranslation();
  const why = (reason: string) =>
    reason === "changed" || reason === "linked" || reason === "used" ? t(`importing.why.${reason}`) : reason;
  return (
    <Alert color="yellow" icon={<IconAlertTriangle />}>
      <Text size="sm">{t("importing.touched", { count: touched })}</Text>
      <List size="sm" mt="xs">
        {rows.map((row) => (
          <List.Item key={`${row.student_id ?? row.guardian_id} ${row.why}`}>
            {row.student_id ? (
              <AnchorLink to="/estudiantes/$studentId" params={{ studentId: row.student_id }} size="sm">
                {row.name}
              </AnchorLink>
            ) : row.guardian_id ? (
              <Anchor href={`/acudientes/${row.guardian_id}`} size="sm">
                {row.name}
              </Anchor>
            ) : (
              row.name
            )}
            : {why(row.why)}
          </List.Item>
        ))}
      </List>
      {touched > rows.length ? (
        <Text size="sm">{t("importing.touchedMore", { count: touched - rows.length })}</Text>
      ) : null}
    </Alert>
  );
}
