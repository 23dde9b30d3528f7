import "./words";
import "./guardianWords";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/platform/api/api";
import { capitalised, day } from "@/platform/i18n/formats";
import { Loaded } from "@/platform/ui/Loaded";
import { Printed } from "@/platform/ui/Printed";
import { useFlagWords } from "./FlagFields";
import { flags } from "./guardianDraft";
import { useDays } from "./RestrictionNote";
import { useGenderWord } from "./StudentData";

const route = getRouteApi("/imprimir/estudiantes/$studentId");

/** A student's record on paper. */
export function StudentPrint() {
  const { studentId } = route.useParams();
  const query = api.useQuery("get", "/api/v1/students/{id}", { params: { path: { id: studentId } } });
  return <Loaded query={query}>{(student) => <Sheet student={student} />}</Loaded>;
}

function Sheet({ student }: { student: Schemas["Student"] }) {
  const { t } = useTranslation();
  const gender = useGenderWord(student.gender);
  const rows = [
    [
      t("student.document"),
      student.document_type
        ? `${t(`student.documents.${student.document_type}`)} ${student.document_number}`
        : undefined,
    ],
    [t("student.birth"), student.birth_date ? day(student.birth_date) : undefined],
    [t("student.gender"), gender],
    [t("student.state"), t(student.is_active ? "student.active" : "student.inactive")],
  ] as const;
  return (
    <Printed title={student.full_name} ready>
      <table>
        <tbody>
          {rows
            .filter(([, value]) => value)
            .map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{value}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <h2>{t("student.tabs.guardians")}</h2>
      <table data-wide>
        <thead>
          <tr>
            <th>{t("guardian.name")}</th>
            <th>{t("guardian.relationship")}</th>
            <th>{t("guardian.document")}</th>
            <th>{t("guardian.phone")}</th>
            <th>{t("guardian.email")}</th>
            <th>{t("guardian.flags")}</th>
          </tr>
        </thead>
        <tbody>
          {student.guardians.map((link) => (
            <Guardian key={link.id ?? link.full_name} link={link} />
          ))}
        </tbody>
      </table>
    </Printed>
  );
}

function Guardian({ link }: { link: Schemas["StudentGuardian"] }) {
  const { t } = useTranslation();
  const words = useFlagWords();
  const days = useDays(link.restriction ?? { text: "", from: null, to: null });
  return (
    <tr>
      <td>
        {link.full_name}
        {link.restriction ? (
          <div>
            <strong>{t("guardian.restricted")}</strong> ({days})
          </div>
        ) : null}
      </td>
      <td>{capitalised(link.relationship)}</td>
      <td data-name={t("guardian.document")}>{[link.document_type, link.document_number].filter(Boolean).join(" ")}</td>
      <td data-name={t("guardian.phone")}>{link.phone}</td>
      <td data-name={t("guardian.email")}>{link.email}</td>
      <td>
        {flags
          .filter((flag) => link[flag])
          .map(words)
          .join(", ")}
      </td>
    </tr>
  );
}
