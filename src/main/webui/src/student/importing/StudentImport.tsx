import "../words";
import "./words";
import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconDownload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { outdated, type Schemas } from "@/platform/api/api";
import { failureOf, isProblem } from "@/platform/api/problem";
import { Allowed } from "@/platform/ui/Allowed";
import { FailureAlert } from "@/platform/ui/FailureAlert";
import { UnsavedGuard } from "@/platform/ui/form/UnsavedGuard";
import { violationWords } from "@/platform/ui/form/violations";
import { AnchorLink, ButtonLink } from "@/platform/ui/links";
import { Screen } from "@/platform/ui/Screen";
import { Faults } from "@/platform/ui/sheet/Faults";
import { FileDrop } from "@/platform/ui/sheet/FileDrop";
import { Sending } from "@/platform/ui/sheet/Sending";
import { Understood } from "@/platform/ui/sheet/Understood";
import { useImporting } from "@/platform/ui/sheet/useImporting";
import { useDownload } from "@/platform/ui/useDownload";
import { useFieldName } from "./fields";
import { Imported } from "./Imported";
import { Preview } from "./Preview";

/** The bytes of a file that the service takes. */
const MOST = 5_000_000;

export type Answer = Schemas["Import"];

/** Brings a list of students into the school: choose, look, import. */
export function StudentImport() {
  const { t } = useTranslation();
  return (
    <Screen
      title={t("importing.title")}
      lead={t("importing.lead")}
      back={<AnchorLink to="/estudiantes">{t("student.title")}</AnchorLink>}
      actions={
        <ButtonLink to="/estudiantes/importaciones" variant="default">
          {t("importing.list")}
        </ButtonLink>
      }
    >
      <Allowed operation="importStudents">
        <Steps />
      </Allowed>
    </Screen>
  );
}

function Steps() {
  const { t } = useTranslation();
  const importing = useImporting<Answer>("/api/v1/students/import", {
    imported: () => outdated("/students", "/guardians", "/schools/me/summary", "/compliance"),
  });
  const { state } = importing;
  return (
    <>
      <UnsavedGuard
        unsaved={() => state.at === "sending"}
        title={t("sheet.leaveTitle")}
        text={t("sheet.leaveText")}
        leave={t("sheet.leave")}
      />
      {state.at === "refused" ? <Refused error={state.error} name={state.file.name} again={importing.again} /> : null}
      {state.at === "empty" || state.at === "refused" ? (
        <>
          <FileDrop most={MOST} onFile={importing.choose} onRefused={importing.clear} />
          <Templates />
        </>
      ) : null}
      {state.at === "trying" ? <Sending name={state.file.name} share={state.share} then={t("sheet.checking")} /> : null}
      {state.at === "tried" ? (
        <Preview
          file={state.file}
          tried={state.tried}
          error={state.error}
          skipKnown={importing.skipKnown}
          onSkipKnown={importing.skip}
          onImport={importing.carryOut}
          onAnother={importing.clear}
        />
      ) : null}
      {state.at === "sending" ? <Sending name={state.file.name} share={state.share} then={t("sheet.writing")} /> : null}
      {state.at === "done" ? <Imported answer={state.imported} onAnother={importing.clear} /> : null}
    </>
  );
}

function Templates() {
  const { t } = useTranslation();
  const { get, busy } = useDownload();
  const template = (ending: "xlsx" | "csv") => () =>
    get({ address: `/api/v1/students/import/template.${ending}`, name: `estudiantes.${ending}` });
  return (
    <Group gap="sm">
      <Text size="sm" c="dimmed">
        {t("importing.prepare")}
      </Text>
      <Group gap="xs">
        <Button
          variant="default"
          disabled={busy}
          leftSection={<IconDownload size={18} aria-hidden />}
          onClick={template("xlsx")}
        >
          {t("sheet.templateExcel")}
        </Button>
        <Button variant="subtle" disabled={busy} onClick={template("csv")}>
          {t("sheet.templateCsv")}
        </Button>
      </Group>
    </Group>
  );
}

type RefusedProps = { error: unknown; name: string; again: () => void };

/** A file of which nothing could be tried: why, and what was understood of it. */
function Refused({ error, name, again }: RefusedProps) {
  const { t } = useTranslation();
  const nameOf = useFieldName();
  const { violations } = failureOf(error);
  if (!isProblem(error) || violations.length === 0) return <FailureAlert error={error} retry={again} />;
  const whole = violations.filter(({ field, in: place }) => place === "body" && field === "file");
  const others = violations.filter((fault) => !whole.includes(fault));
  return (
    <Stack gap="sm">
      <Alert role="alert" color="red" icon={<IconAlertTriangle />} title={t("importing.fileRefused", { name })}>
        {whole.length ? whole.map(violationWords).join(" ") : t("importing.faultyText")}
      </Alert>
      {others.length ? (
        <Faults label={t("sheet.faultsTitle")} faults={others} more={error.more_violations ?? 0} nameOf={nameOf} />
      ) : null}
      {error.understood ? <Understood file={error.understood} nameOf={nameOf} /> : null}
    </Stack>
  );
}
