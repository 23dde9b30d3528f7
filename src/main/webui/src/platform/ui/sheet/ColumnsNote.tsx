import { Alert, Text } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

type Props = {
  /** Headings of the file that are those of no column. */
  ignored: readonly string[];
  /** Columns that the file does not have and its rows need, as people call them. */
  missing: readonly string[];
  /** How such columns are written. */
  hint: string;
};

/** What is wrong with the columns of a file, once and above what is wrong with each row. */
export function ColumnsNote({ ignored, missing, hint }: Props) {
  const { t } = useTranslation();
  if (ignored.length + missing.length === 0) return null;
  const names = (some: readonly string[]) => some.map((name) => `«${name}»`).join(", ");
  return (
    <Alert color="yellow" icon={<IconInfoCircle />}>
      {missing.length ? (
        <Text size="sm">{t("sheet.lacking", { count: missing.length, names: names(missing) })}</Text>
      ) : null}
      {ignored.length ? (
        <Text size="sm">{t("sheet.notRead", { count: ignored.length, names: names(ignored) })}</Text>
      ) : null}
      <Text size="sm">{hint}</Text>
    </Alert>
  );
}
