import "../words";
import "./words";
import { useTranslation } from "react-i18next";
import { outdated, type Schemas } from "@/platform/api/api";
import { Allowed } from "@/platform/ui/Allowed";
import { UnsavedGuard } from "@/platform/ui/form/UnsavedGuard";
import { AnchorLink, ButtonLink } from "@/platform/ui/links";
import { Screen } from "@/platform/ui/Screen";
import { FileDrop } from "@/platform/ui/sheet/FileDrop";
import { RefusedFile } from "@/platform/ui/sheet/RefusedFile";
import { Sending } from "@/platform/ui/sheet/Sending";
import { Templates } from "@/platform/ui/sheet/Templates";
import { useImporting } from "@/platform/ui/sheet/useImporting";
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
  const nameOf = useFieldName();
  return (
    <>
      <UnsavedGuard
        unsaved={() => state.at === "sending"}
        title={t("sheet.leaveTitle")}
        text={t("sheet.leaveText")}
        leave={t("sheet.leave")}
      />
      {state.at === "refused" ? (
        <RefusedFile
          error={state.error}
          title={t("importing.fileRefused", { name: state.file.name })}
          hint={t("importing.faultyText")}
          nameOf={nameOf}
          again={importing.again}
        />
      ) : null}
      {state.at === "empty" || state.at === "refused" ? (
        <>
          <FileDrop most={MOST} onFile={importing.choose} onRefused={importing.clear} />
          <Templates
            excel="/api/v1/students/import/template.xlsx"
            csv="/api/v1/students/import/template.csv"
            name="estudiantes"
            prepare={t("importing.prepare")}
          />
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
