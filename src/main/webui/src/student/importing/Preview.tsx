import "./words";
import { Alert, Button, Group, Stack, Switch, Text, Title } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconDownload, IconUpload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { isUnanswered } from "@/platform/api/problem";
import { FailureAlert } from "@/platform/ui/FailureAlert";
import { Figures } from "@/platform/ui/Figures";
import { ColumnsNote } from "@/platform/ui/sheet/ColumnsNote";
import { Faults } from "@/platform/ui/sheet/Faults";
import { besides, lacking } from "@/platform/ui/sheet/lacking";
import { Sample } from "@/platform/ui/sheet/Sample";
import type { SheetFile } from "@/platform/ui/sheet/sheetFile";
import { Understood } from "@/platform/ui/sheet/Understood";
import { useDownload } from "@/platform/ui/useDownload";
import { useFieldName } from "./fields";
import type { Answer } from "./StudentImport";

type Props = {
  file: SheetFile;
  tried: Answer;
  error: unknown;
  skipKnown: boolean;
  onSkipKnown: (skip: boolean) => void;
  onImport: () => void;
  onAnother: () => void;
};

/** What an import of the file would do, before anything is written. */
export function Preview({ file, tried, error, skipKnown, onSkipKnown, onImport, onAnother }: Props) {
  const { t } = useTranslation();
  const nameOf = useFieldName();
  const faulty = tried.faulty_rows > 0 || tried.faults.length > 0;
  const { ignored, columns } = tried.file;
  const missing = lacking(columns, tried.faults);
  const ready = !faulty && tried.new_students > 0;
  return (
    <Stack gap="lg">
      <Verdict tried={tried} faulty={faulty} name={file.name} />
      <Sums tried={tried} />
      <Failed error={error} />
      <Group justify="space-between" gap="sm">
        <Switch
          checked={skipKnown}
          onChange={(event) => onSkipKnown(event.currentTarget.checked)}
          label={t("importing.skipKnown")}
          description={t("importing.skipKnownHint")}
        />
        <Group gap="xs">
          <Button variant="default" onClick={onAnother}>
            {t("sheet.another")}
          </Button>
          {ready ? (
            <Button leftSection={<IconUpload size={18} aria-hidden />} onClick={onImport}>
              {t("importing.import", { count: tried.new_students })}
            </Button>
          ) : null}
        </Group>
      </Group>
      {faulty ? (
        <ColumnsNote ignored={ignored} missing={missing.map(nameOf)} hint={t("importing.guardianHint")} />
      ) : null}
      {tried.faults.length ? (
        <FaultList file={file} tried={tried} shown={besides(missing, tried.faults)} skipKnown={skipKnown} />
      ) : null}
      <Notes tried={tried} />
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t("sheet.sample")}
        </Title>
        <Sample rows={tried.sample} fields={columns.map(({ field }) => field)} nameOf={nameOf} />
      </Stack>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t("sheet.understood")}
        </Title>
        <Understood file={tried.file} nameOf={nameOf} />
        {ignored.length && !faulty ? (
          <Text size="sm" c="dimmed">
            {t("importing.guardianHint")}
          </Text>
        ) : null}
      </Stack>
    </Stack>
  );
}

function Verdict({ tried, faulty, name }: { tried: Answer; faulty: boolean; name: string }) {
  const { t } = useTranslation();
  const nothing = tried.new_students === 0;
  const title = faulty
    ? t("importing.faultyTitle", { count: tried.faulty_rows })
    : nothing
      ? t("importing.nothingTitle")
      : t("importing.readyTitle");
  return (
    <Alert
      role="status"
      color={faulty ? "red" : nothing ? "yellow" : "green"}
      icon={faulty || nothing ? <IconAlertTriangle /> : <IconCircleCheck />}
      title={title}
    >
      {faulty ? `${name}. ${t("importing.faultyText")}` : name}
    </Alert>
  );
}

function Sums({ tried }: { tried: Answer }) {
  const { t } = useTranslation();
  const figure = (name: "newStudents" | "newGuardians" | "knownStudents" | "knownGuardians", value: number) => ({
    value,
    label: t(`importing.${name}`, { count: value }),
  });
  return (
    <Figures
      figures={[
        figure("newStudents", tried.new_students),
        figure("newGuardians", tried.new_guardians),
        ...(tried.known_students ? [figure("knownStudents", tried.known_students)] : []),
        ...(tried.known_guardians ? [figure("knownGuardians", tried.known_guardians)] : []),
        ...(tried.faulty_rows
          ? [
              {
                value: tried.faulty_rows,
                label: t("importing.faultyRows", { count: tried.faulty_rows }),
                kind: "bad" as const,
              },
            ]
          : []),
      ]}
    />
  );
}

/** Why an import that somebody started did not happen, or may have. */
function Failed({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (!error) return null;
  const words = error === "changed" ? t("sheet.changed") : isUnanswered(error) ? t("sheet.lostAnswer") : null;
  if (!words) return <FailureAlert error={error} />;
  return (
    <Alert role="alert" color="yellow" icon={<IconAlertTriangle />}>
      {words}
    </Alert>
  );
}

type FaultListProps = { file: SheetFile; tried: Answer; shown: Answer["faults"]; skipKnown: boolean };

function FaultList({ file, tried, shown, skipKnown }: FaultListProps) {
  const { t } = useTranslation();
  const nameOf = useFieldName();
  const { get, busy } = useDownload();
  const faults = (ending: "xlsx" | "csv") => () =>
    get({
      address: `/api/v1/students/import/faults.${ending}`,
      query: { skip_known: skipKnown },
      body: file.body,
      name: `fallas.${ending}`,
    });
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={2} size="h4">
          {t("sheet.faultsTitle")} ({t("sheet.faults", { count: tried.faults.length + tried.more_faults })})
        </Title>
        <Group gap="xs">
          <Button
            size="sm"
            variant="default"
            disabled={busy}
            leftSection={<IconDownload size={16} aria-hidden />}
            onClick={faults("xlsx")}
          >
            {t("sheet.faultsExcel")}
          </Button>
          <Button size="sm" variant="default" disabled={busy} onClick={faults("csv")}>
            {t("sheet.faultsCsv")}
          </Button>
        </Group>
      </Group>
      {shown.length ? (
        <Faults label={t("sheet.faultsTitle")} faults={shown} more={tried.more_faults} nameOf={nameOf} />
      ) : null}
    </Stack>
  );
}

/** What is worth knowing and no fault. */
export function Notes({ tried }: { tried: Answer }) {
  const { t } = useTranslation();
  const nameOf = useFieldName();
  if (tried.notes.length === 0) return null;
  const title = t("importing.notes", { count: tried.notes.length + tried.more_notes });
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text size="sm" c="dimmed">
        {t("importing.notesText")}
      </Text>
      <Faults label={title} faults={tried.notes} more={tried.more_notes} nameOf={nameOf} />
    </Stack>
  );
}
