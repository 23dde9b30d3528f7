import "./words";
import { NativeSelect, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { documentTypes } from "./documents";
import type { Inputs } from "./inputs";

type Props = { inputs: Inputs; required?: boolean };

/** Type and number of a document, with the types in full. */
export function DocumentFields({ inputs, required = true }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <NativeSelect
        label={t("student.form.documentType")}
        required={required}
        data={documentTypes.map((type) => ({ value: type, label: t(`student.documents.${type}`) }))}
        key={inputs.key("document_type")}
        {...inputs.of("document_type")}
      />
      <TextInput
        label={t("student.form.documentNumber")}
        required={required}
        maxLength={60}
        autoComplete="off"
        spellCheck={false}
        key={inputs.key("document_number")}
        {...inputs.of("document_number")}
      />
    </>
  );
}
