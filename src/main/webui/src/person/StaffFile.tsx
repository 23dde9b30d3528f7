import "./words";
import { Alert, Button, Group, Stack } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { UnsavedGuard } from "@/platform/ui/form/UnsavedGuard";
import { AnchorLink, ButtonLink } from "@/platform/ui/links";
import { Screen } from "@/platform/ui/Screen";
import { FileDrop } from "@/platform/ui/sheet/FileDrop";
import { RefusedFile } from "@/platform/ui/sheet/RefusedFile";
import { Sending } from "@/platform/ui/sheet/Sending";
import { Templates } from "@/platform/ui/sheet/Templates";
import { useImporting } from "@/platform/ui/sheet/useImporting";
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
  const nameOf = useColumnName();
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
      {state.at === "refused" ? (
        <RefusedFile
          error={state.error}
          title={t("person.import.refused")}
          hint={t("person.import.faultsHint")}
          nameOf={nameOf}
          again={importing.again}
        />
      ) : null}
      {state.at === "empty" || state.at === "refused" ? (
        <>
          <FileDrop most={LARGEST} onFile={importing.choose} onRefused={importing.clear} />
          <Templates
            excel="/api/v1/admin/users/import/template.xlsx"
            csv="/api/v1/admin/users/import/template.csv"
            name="personal"
            prepare={t("person.import.prepare")}
          />
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
