import "./words";
import { Paper, Stack, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/platform/api/api";
import { day } from "@/platform/i18n/formats";
import { useCan } from "@/platform/permissions/permissions";
import { type Fact, Facts } from "@/platform/ui/Facts";
import { ButtonLink } from "@/platform/ui/links";
import { genders } from "./studentValues";
import { useFreeFacts } from "./useFreeFacts";

/** The data of a student; what the reader may not see is not there, rather than empty. */
export function StudentData({ student }: { student: Schemas["Student"] }) {
  const { t } = useTranslation();
  const can = useCan();
  const all = can("listStudentGuardians");
  const facts: Fact[] = [
    [t("student.form.firstName"), student.first_name],
    [t("student.form.middleName"), student.middle_name],
    [t("student.form.lastName"), student.last_name],
    [t("student.form.secondLastName"), student.second_last_name],
    [t("student.form.birthDate"), student.birth_date ? day(student.birth_date) : null],
    [t("student.gender"), useGenderWord(student.gender)],
  ];
  if (all) {
    facts.unshift(
      [t("student.form.documentType"), student.document_type ? t(`student.documents.${student.document_type}`) : null],
      [t("student.form.documentNumber"), student.document_number],
    );
    facts.push([t("student.account"), t(student.user_id ? "student.hasAccount" : "student.noAccount")]);
  }
  const extra = useFreeFacts(student.extra_data);
  return (
    <Stack>
      <Paper withBorder p={{ base: "md", sm: "lg" }}>
        <Facts facts={facts} />
      </Paper>
      {extra.length ? (
        <Paper withBorder p={{ base: "md", sm: "lg" }}>
          <Title order={2} size="h5" mb="sm">
            {t("student.other")}
          </Title>
          <Facts facts={extra} />
        </Paper>
      ) : null}
      {can("createStudent") ? (
        <ButtonLink
          to="/estudiantes/nuevo"
          search={{ hermano: student.id }}
          variant="default"
          style={{ alignSelf: "flex-start" }}
          className="no-print"
        >
          {t("student.sibling")}
        </ButtonLink>
      ) : null}
    </Stack>
  );
}

/** The word for a gender as it was written; one that the page does not know stays as it is. */
export function useGenderWord(gender = ""): string {
  const { t } = useTranslation();
  const known = genders(gender).usual.find(({ value }) => value === gender);
  return known && gender ? t(`student.${known.label}`) : gender;
}
