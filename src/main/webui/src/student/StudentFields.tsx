import "./words";
import { NativeSelect, SimpleGrid, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DocumentFields } from "./DocumentFields";
import type { Inputs } from "./inputs";
import { today } from "./restrictions";
import { genders } from "./studentValues";

/** The fields of a student: the document first, because it tells whether the school has the child already. */
export function StudentFields({ inputs }: { inputs: Inputs }) {
  const { t } = useTranslation();
  const name = (field: string, label: string, required: boolean) => (
    <TextInput
      label={label}
      required={required}
      maxLength={80}
      autoComplete="off"
      key={inputs.key(field)}
      {...inputs.of(field)}
    />
  );
  const { usual, other } = genders(String(inputs.value("gender") ?? ""));
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
      <DocumentFields inputs={inputs} />
      {name("first_name", t("student.form.firstName"), true)}
      {name("middle_name", t("student.form.middleName"), false)}
      {name("last_name", t("student.form.lastName"), true)}
      {name("second_last_name", t("student.form.secondLastName"), false)}
      <TextInput
        type="date"
        label={t("student.form.birthDate")}
        min="1900-01-01"
        max={today()}
        key={inputs.key("birth_date")}
        {...inputs.of("birth_date")}
      />
      <NativeSelect
        label={t("student.gender")}
        data={[
          { value: "", label: t("student.form.choose") },
          ...usual.map(({ value, label }) => ({ value, label: t(`student.${label}`) })),
          ...(other ? [other] : []),
        ]}
        key={inputs.key("gender")}
        {...inputs.of("gender")}
      />
    </SimpleGrid>
  );
}
