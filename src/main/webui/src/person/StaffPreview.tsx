import "./words";
import { Alert, Button, Group, Stack, Switch, Text, Title } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { isUnanswered } from "@/platform/api/problem";
import { FailureAlert } from "@/platform/ui/FailureAlert";
import { Figures } from "@/platform/ui/Figures";
import { Faults } from "@/platform/ui/sheet/Faults";
import { Understood } from "@/platform/ui/sheet/Understood";
import { onlyKnown, ready, type StaffImport } from "./staffFile";
import { useColumnName } from "./useColumnName";

type Props = {
  name: string;
  tried: StaffImport;
  error: unknown;
  skip: boolean;
  onSkip: (skip: boolean) => void;
  onConfirm: () => void;
  onAnother: () => void;
};

/** What the import would do, its faults by row and column, and the button that does it. */
export function StaffPreview({ name, tried, error, skip, onSkip, onConfirm, onAnother }: Props) {
  const { t } = useTranslation();
  const nameOf = useColumnName();
  const count = ready(tried);
  return (
    <Stack gap="lg">
      <Verdict tried={tried} name={name} />
      <Figures
        figures={[
          { value: tried.new_people, label: t("person.import.new", { count: tried.new_people }) },
          ...(tried.known_people > 0
            ? [{ value: tried.known_people, label: t("person.import.known", { count: tried.known_people }) }]
            : []),
          ...(tried.faulty_rows > 0
            ? [
                {
                  value: tried.faulty_rows,
                  label: t("person.import.faultyRows", { count: tried.faulty_rows }),
                  kind: "bad" as const,
                },
              ]
            : []),
        ]}
      />
      <Failed error={error} />
      <Group justify="space-between" gap="sm">
        <Switch
          label={t("person.import.skip")}
          description={t("person.import.skipHint")}
          checked={skip}
          onChange={(event) => onSkip(event.currentTarget.checked)}
        />
        <Group gap="xs">
          <Button variant="default" onClick={onAnother}>
            {t("sheet.another")}
          </Button>
          {count > 0 ? <Button onClick={onConfirm}>{t("person.import.confirm", { count })}</Button> : null}
        </Group>
      </Group>
      {tried.faults.length > 0 ? (
        <Stack gap="sm">
          <Title order={2} size="h4">
            {t("sheet.faultsTitle")}
          </Title>
          <Faults label={t("sheet.faultsTitle")} faults={tried.faults} more={tried.more_faults} nameOf={nameOf} />
        </Stack>
      ) : null}
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t("sheet.understood")}
        </Title>
        <Understood file={tried.file} nameOf={nameOf} />
      </Stack>
    </Stack>
  );
}

function Verdict({ tried, name }: { tried: StaffImport; name: string }) {
  const { t } = useTranslation();
  const faulty = tried.faulty_rows > 0;
  const bad = faulty && !onlyKnown(tried);
  const nothing = !faulty && tried.new_people === 0;
  return (
    <Alert
      role="status"
      color={bad ? "red" : faulty || nothing ? "yellow" : "green"}
      icon={faulty || nothing ? <IconAlertTriangle /> : <IconCircleCheck />}
      title={
        faulty
          ? t("person.import.faulty", { count: tried.faulty_rows })
          : nothing
            ? t("person.import.nothing")
            : t("person.import.ready")
      }
    >
      <Text size="sm">
        {name}. {bad ? t("person.import.faultsHint") : faulty ? t("person.import.knownHint") : null}
      </Text>
    </Alert>
  );
}

/** Why the import was not carried out; when the school changed meanwhile, the list was looked at again. */
function Failed({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (!error) return null;
  const words = error === "changed" ? t("sheet.changed") : isUnanswered(error) ? t("sheet.lostAnswer") : null;
  return words ? (
    <Alert role="alert" color="yellow" icon={<IconAlertTriangle />}>
      {words}
    </Alert>
  ) : (
    <FailureAlert error={error} />
  );
}
