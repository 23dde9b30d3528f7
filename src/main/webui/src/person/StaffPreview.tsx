import { Alert, Button, Group, List, Stack, Switch, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { FailureAlert } from "@/platform/ui/FailureAlert";
import { useViolationWords } from "@/platform/ui/form/violations";
import { PlainTable } from "@/platform/ui/PlainTable";
import { onlyKnown, ready, rowOf, type StaffImport } from "./staffFile";

type Props = {
  preview: StaffImport;
  skip: boolean;
  onSkip: (skip: boolean) => void;
  busy: boolean;
  error: unknown;
  onConfirm: () => void;
};

/** What the import would do, its faults by row and column, and the button that does it. */
export function StaffPreview({ preview, skip, onSkip, busy, error, onConfirm }: Props) {
  const { t } = useTranslation();
  const count = ready(preview);
  const headings = preview.file.columns.map(({ heading }) => heading).join(", ");
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {t("person.import.step3")}
      </Title>
      <List size="sm" spacing={4}>
        <List.Item>{t("person.import.summary", { count: preview.rows })}</List.Item>
        <List.Item>{t("person.import.new", { count: preview.new_people })}</List.Item>
        {preview.known_people > 0 ? (
          <List.Item>{t("person.import.known", { count: preview.known_people })}</List.Item>
        ) : null}
        <List.Item>{t("person.import.understood", { columns: headings })}</List.Item>
        {preview.file.ignored.length > 0 ? (
          <List.Item>{t("person.import.ignored", { columns: preview.file.ignored.join(", ") })}</List.Item>
        ) : null}
        {preview.file.sheet && preview.file.other_sheets.length > 0 ? (
          <List.Item>{t("person.import.sheet", { sheet: preview.file.sheet })}</List.Item>
        ) : null}
      </List>
      {preview.known_people > 0 || skip ? (
        <Switch
          label={t("person.import.skip")}
          description={t("person.import.skipHint")}
          checked={skip}
          onChange={(event) => onSkip(event.currentTarget.checked)}
        />
      ) : null}
      {preview.faulty_rows > 0 ? (
        <Stack gap="xs">
          <Alert
            color={onlyKnown(preview) ? "yellow" : "red"}
            title={t("person.import.faulty", { count: preview.faulty_rows })}
          >
            {t("person.import.faultsHint")}
          </Alert>
          <FaultTable preview={preview} />
        </Stack>
      ) : null}
      <FailureAlert error={error} />
      {count > 0 ? (
        <Group justify="flex-end">
          <Button loading={busy} onClick={onConfirm}>
            {t("person.import.confirm", { count })}
          </Button>
        </Group>
      ) : preview.faulty_rows === 0 ? (
        <Text size="sm" fw={600}>
          {t("person.import.nothing")}
        </Text>
      ) : null}
    </Stack>
  );
}

function FaultTable({ preview }: { preview: StaffImport }) {
  const { t } = useTranslation();
  const words = useViolationWords();
  const heading = (field: string) => preview.file.columns.find((column) => column.field === field)?.heading ?? field;
  return (
    <>
      <PlainTable label={t("person.import.fault")}>
        <thead>
          <tr>
            <th data-align="right">{t("person.import.row")}</th>
            <th>{t("person.import.column")}</th>
            <th>{t("person.import.fault")}</th>
          </tr>
        </thead>
        <tbody>
          {preview.faults.map((fault) => (
            <tr key={`${fault.in} ${fault.field}`}>
              <td data-align="right">{rowOf(fault.in)}</td>
              <td>{fault.field ? heading(fault.field) : t("person.import.wholeRow")}</td>
              <td>{words(fault)}</td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
      {preview.more_faults > 0 ? (
        <Text size="sm">{t("person.import.more", { count: preview.more_faults })}</Text>
      ) : null}
    </>
  );
}
