import "./words";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/platform/api/api";
import { moment } from "@/platform/i18n/formats";
import { PlainTable } from "@/platform/ui/PlainTable";
import { type DocumentType, documentTypes, formerDocuments } from "./documents";

/** The documents that a student had before, the latest first. */
export function HistoryTab({ student }: { student: Schemas["Student"] }) {
  const { t } = useTranslation();
  const known = (type: string): type is DocumentType => (documentTypes as readonly string[]).includes(type);
  return (
    <PlainTable label={t("student.tabs.history")}>
      <thead>
        <tr>
          <th>{t("student.former")}</th>
          <th>{t("student.form.documentNumber")}</th>
          <th>{t("student.until")}</th>
        </tr>
      </thead>
      <tbody>
        {formerDocuments(student.document_history).map(({ document_type, document_number, until }) => (
          <tr key={until + document_number + document_type}>
            <td>{known(document_type) ? t(`student.documents.${document_type}`) : document_type}</td>
            <td>{document_number}</td>
            <td>{until ? moment(until) : ""}</td>
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
}
