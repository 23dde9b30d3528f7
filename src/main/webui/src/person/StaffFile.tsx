import "./words";
import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconDownload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { failureOf, isProblem } from "@/platform/api/problem";
import { FailureAlert } from "@/platform/ui/FailureAlert";
import { UnsavedGuard } from "@/platform/ui/form/UnsavedGuard";
import { violationWords } from "@/platform/ui/form/violations";
import { AnchorLink, ButtonLink } from "@/platform/ui/links";
import { Screen } from "@/platform/ui/Screen";
import { Faults } from "@/platform/ui/sheet/Faults";
import { FileDrop } from "@/platform/ui/sheet/FileDrop";
import { Sending } from "@/platform/ui/sheet/Sending";
import { useImporting } from "@/platform/ui/sheet/useImporting";
import { useDownload } from "@/platform/ui/useDownload";
import { MailBanner } from "./MailBanner";
import { firstPeople } from "./personSearch";
import { StaffPreview } from "./StaffPreview";
import { LARGEST, type StaffImport } from "./staffFile";
import { useColumnName } from "./useColumnName";
import { peopleChanged } from "./useMails";

/** Invites the staff of a file: first what it would do, then all of them or none. */
export function StaffFile() {
  const { t } = useTranslation();
  const importing = useImporting<StaffImport>("/api/v1/admin/users/import", { imported: peopleChanged });
  const { state } = importing;
  return (
    <Screen
      title={t("person.import.title")}
      lead={t("person.import.lead")}
      back={
        <AnchorLink to="/personas" search={firstPeople}>
          {t("person.back")}
        </AnchorLink>
      }
    >
      <UnsavedGuard
        unsaved={() => state.at === "sending"}
        title={t("sheet.leaveTitle")}
        text={t("sheet.leaveText")}
        leave={t("sheet.leave")}
      />
      {state.at === "refused" ? <Refused error={state.error} again={importing.again} /> : null}
      {state.at === "empty" || state.at === "refused" ? (
        <>
          <FileDrop most={LARGEST} onFile={importing.choose} onRefused={importing.clear} />
          <Templates />
        </>
      ) : null}
      {state.at === "trying" ? <Sending name={state.file.name} share={state.share} then={t("sheet.checking")} /> : null}
      {state.at === "tried" ? (
        <StaffPreview
          name={state.file.name}
          tried={state.tried}
          error={state.error}
          skip={importing.skipKnown}
          onSkip={importing.skip}
          onConfirm={importing.carryOut}
          onAnother={importing.clear}
        />
      ) : null}
      {state.at === "sending" ? (
        <Sending name={state.file.name} share={state.share} then={t("person.import.inviting")} />
      ) : null}
      {state.at === "done" ? <Invited count={state.imported.imported} onAnother={importing.clear} /> : null}
    </Screen>
  );
}

function Templates() {
  const { t } = useTranslation();
  const { get, busy } = useDownload();
  const template = (ending: "xlsx" | "csv") => () =>
    get({ address: `/api/v1/admin/users/import/template.${ending}`, name: `personal.${ending}` });
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm" c="dimmed" maw={720}>
        {t("person.import.prepare")}
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
    </Stack>
  );
}

/** A file of which nothing could be tried: what the service says of it as a whole, and of its columns. */
function Refused({ error, again }: { error: unknown; again: () => void }) {
  const { t } = useTranslation();
  const nameOf = useColumnName();
  const { violations } = failureOf(error);
  if (!isProblem(error) || violations.length === 0) return <FailureAlert error={error} retry={again} />;
  const whole = violations.filter(({ field, in: place }) => place === "body" && field === "file");
  const others = violations.filter((fault) => !whole.includes(fault));
  return (
    <Stack gap="sm">
      <Alert role="alert" color="red" icon={<IconAlertTriangle />} title={t("person.import.refused")}>
        {whole.length > 0 ? whole.map(violationWords).join(" ") : t("person.import.faultsHint")}
      </Alert>
      {others.length > 0 ? (
        <Faults label={t("sheet.faultsTitle")} faults={others} more={error.more_violations ?? 0} nameOf={nameOf} />
      ) : null}
    </Stack>
  );
}

function Invited({ count, onAnother }: { count: number; onAnother: () => void }) {
  const { t } = useTranslation();
  return (
    <Stack>
      <Alert role="status" color="green" icon={<IconCircleCheck />} title={t("person.import.doneTitle", { count })}>
        {t("person.import.doneText")}
      </Alert>
      <MailBanner />
      <Group>
        <Button variant="default" onClick={onAnother}>
          {t("person.import.another")}
        </Button>
        <ButtonLink to="/personas" search={{ ...firstPeople, status: "invited" }}>
          {t("person.import.toList")}
        </ButtonLink>
      </Group>
    </Stack>
  );
}
