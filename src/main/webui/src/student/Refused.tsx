import "./words";
import "./guardianWords";
import { Alert, Button, Group, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "@/platform/ui/links";
import { Resembling } from "./Resembling";
import type { KnownRefusal } from "./refusals";

type Props = {
  refusal: KnownRefusal | null;
  /** The student of the link, where a guardian is refused. */
  studentId?: string;
  busy?: boolean;
  /** Sends again and says that another person is meant, where the service lets somebody say so. */
  onAnother?: () => void;
};

/** Why the service refused, in words, with the way on: the row that is there already, or that somebody else is meant. */
export function Refused({ refusal, studentId, busy, onAnother }: Props) {
  const { t } = useTranslation();
  if (!refusal) return null;
  const other = refusal.student_id ? (
    <ButtonLink
      to="/estudiantes/$studentId"
      params={{ studentId: refusal.student_id }}
      target="_blank"
      size="compact-sm"
      variant="default"
    >
      {t("student.form.openOther")}
    </ButtonLink>
  ) : null;
  switch (refusal.reason) {
    case "student.document_taken":
      return (
        <Told text={t(refusal.student_is_active === false ? "student.form.takenInactive" : "student.form.takenActive")}>
          {other}
        </Told>
      );
    case "student.document_former":
      return (
        <Told text={t("student.form.formerText")}>
          {other}
          {onAnother ? (
            <Button size="compact-sm" color="orange" variant="light" loading={busy ?? false} onClick={onAnother}>
              {t("student.form.acceptFormer")}
            </Button>
          ) : null}
        </Told>
      );
    case "guardian.already_linked":
      return (
        <Told text={t("guardian.refused.alreadyLinkedText")}>
          {studentId && refusal.link_id ? (
            <ButtonLink
              to="/estudiantes/$studentId/acudientes/$linkId"
              params={{ studentId, linkId: refusal.link_id }}
              size="compact-sm"
              variant="default"
            >
              {t("guardian.refused.openLink")}
            </ButtonLink>
          ) : null}
        </Told>
      );
    case "guardian.resembles_restricted":
      return (
        <Told text={t("guardian.refused.resemblesText")}>
          <Resembling ids={refusal.guardian_ids ?? []} />
          {onAnother ? (
            <Button size="compact-sm" color="red" variant="light" loading={busy ?? false} onClick={onAnother}>
              {t("guardian.refused.another")}
            </Button>
          ) : null}
          <Text size="xs" c="dimmed">
            {t("guardian.refused.anotherHint")}
          </Text>
        </Told>
      );
    case "guardian.document_taken":
      return <Told text={t("guardian.refused.documentTakenText")} />;
    case "guardian.primary_taken":
      return <Told text={t("guardian.refused.primaryTaken")} />;
  }
}

function Told({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <Alert role="alert" color="orange" icon={<IconAlertTriangle />}>
      <Text size="sm">{text}</Text>
      {children ? (
        <Group gap="xs" mt="xs">
          {children}
        </Group>
      ) : null}
    </Alert>
  );
}
