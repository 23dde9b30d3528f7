import { Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/platform/api/api";
import classes from "./Understood.module.css";

type Props = {
  file: Schemas["UnderstoodFile"];
  /** How the page calls a column. */
  nameOf: (field: string) => string;
};

const separators: Record<string, "semicolon" | "comma" | "tab" | "bar"> = {
  ";": "semicolon",
  ",": "comma",
  "\t": "tab",
  "|": "bar",
};

/** How a file was read: its kind, and which of its columns is which of ours. */
export function Understood({ file, nameOf }: Props) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <Group gap="xl" align="flex-start">
        <Fact name={t("sheet.format")}>{useFormat(file)}</Fact>
        <Fact name={t("sheet.headerRow")}>{t("sheet.row", { row: file.header_row })}</Fact>
        {file.other_sheets.length ? <Fact name={t("sheet.otherSheets")}>{file.other_sheets.join(", ")}</Fact> : null}
        {file.ignored.length ? (
          <Fact name={t("sheet.ignored", { count: file.ignored.length })}>{file.ignored.join(", ")}</Fact>
        ) : null}
      </Group>
      <ul className={classes.columns} aria-label={t("sheet.columns", { count: file.columns.length })}>
        {file.columns.map(({ heading, field }) => (
          <li key={field}>
            <span className={classes.theirs}>{heading}</span> → {nameOf(field)}
          </li>
        ))}
      </ul>
    </Stack>
  );
}

function useFormat({ format, sheet, separator, encoding }: Schemas["UnderstoodFile"]): string {
  const { t } = useTranslation();
  if (format === "xlsx") return sheet ? t("sheet.excelSheet", { sheet }) : t("sheet.excel");
  const known = separators[separator ?? ""];
  const kind = /^utf-8$/i.test(encoding ?? "") ? "csv" : "csvOfExcel";
  return t(`sheet.${kind}`, { separator: known ? t(`sheet.separators.${known}`) : (separator ?? "") });
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {name}
      </Text>
      <Text size="sm" fw={500}>
        {children}
      </Text>
    </div>
  );
}
