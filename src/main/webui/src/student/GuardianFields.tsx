import "./guardianWords";
import { Autocomplete, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DocumentFields } from "./DocumentFields";
import { FlagFields } from "./FlagFields";
import { GuardianKnown } from "./GuardianKnown";
import { isBlank, type PersonValues } from "./guardianDraft";
import type { Inputs } from "./inputs";
import { relationships } from "./relationships";

type Props = {
  inputs: Inputs;
  /** A block in which nobody writes is no guardian; from the first word on it needs what a guardian needs. */
  optional?: boolean;
  primaryNow?: string | undefined;
  onPrimary?: () => void;
};

/** The person and the link of a new guardian. A person whom the school has is recognised by the document. */
export function GuardianFields({ inputs, optional = false, primaryNow, onPrimary }: Props) {
  const { t } = useTranslation();
  const read = () => personOf(inputs);
  const isWritten = () => !isBlank({ ...read(), relationship: String(inputs.value("relationship") ?? "") });
  const [typed, setTyped] = useState<PersonValues>(read);
  const [written, setWritten] = useState(isWritten);
  const required = !optional || written;
  const look = () => {
    setTyped(read());
    setWritten(isWritten());
  };
  return (
    <Stack onBlur={look} onChange={() => setWritten(isWritten())}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <DocumentFields inputs={inputs} required={required} />
      </SimpleGrid>
      <GuardianKnown
        typed={typed}
        onFound={(person) => {
          for (const field of ["full_name", "phone", "email"] as const) {
            if (!String(inputs.value(field) ?? "").trim()) inputs.fill(field, person[field] ?? "");
          }
          look();
        }}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <TextInput
          label={t("guardian.name")}
          required={required}
          maxLength={200}
          autoComplete="off"
          key={inputs.key("full_name")}
          {...inputs.of("full_name")}
        />
        <RelationshipField inputs={inputs} required={required} />
        <ContactFields inputs={inputs} />
      </SimpleGrid>
      <FlagFields inputs={inputs} primaryNow={primaryNow} {...(onPrimary ? { onPrimary } : {})} />
    </Stack>
  );
}

const personOf = (inputs: Inputs): PersonValues => ({
  document_type: inputs.value("document_type") as PersonValues["document_type"],
  document_number: String(inputs.value("document_number") ?? ""),
  full_name: String(inputs.value("full_name") ?? ""),
  phone: String(inputs.value("phone") ?? ""),
  email: String(inputs.value("email") ?? ""),
});

/** What the guardian is to the student: the usual words are offered, others may be written. */
export function RelationshipField({ inputs, required = true }: Pick<Props, "inputs"> & { required?: boolean }) {
  const { t } = useTranslation();
  return (
    <Autocomplete
      label={t("guardian.relationship")}
      placeholder={t("guardian.relationshipHint")}
      data={relationships}
      required={required}
      maxLength={40}
      comboboxProps={{ withinPortal: true }}
      key={inputs.key("relationship")}
      {...inputs.of("relationship")}
    />
  );
}

/** How to reach a person. */
export function ContactFields({ inputs }: Pick<Props, "inputs">) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t("guardian.phone")}
        type="tel"
        maxLength={40}
        autoComplete="off"
        key={inputs.key("phone")}
        {...inputs.of("phone")}
      />
      <TextInput
        label={t("guardian.email")}
        type="email"
        maxLength={320}
        autoComplete="off"
        key={inputs.key("email")}
        {...inputs.of("email")}
      />
    </>
  );
}
