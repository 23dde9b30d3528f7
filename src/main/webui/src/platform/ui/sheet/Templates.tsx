import { Button, Group, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { paths } from "@/platform/api/schema";
import { useDownload } from "@/platform/ui/useDownload";

type Props = {
  /** Where the two are. */
  excel: keyof paths;
  csv: keyof paths;
  /** The name of the file without its ending. */
  name: string;
  /** What the templates are for. */
  prepare: string;
};

/** The files that show which columns a list has, for Excel and as csv. */
export function Templates({ excel, csv, name, prepare }: Props) {
  const { t } = useTranslation();
  const { get, busy } = useDownload();
  return (
    <Group gap="sm">
      <Text size="sm" c="dimmed">
        {prepare}
      </Text>
      <Group gap="xs">
        <Button
          variant="default"
          disabled={busy}
          leftSection={<IconDownload size={18} aria-hidden />}
          onClick={() => get({ address: excel, name: `${name}.xlsx` })}
        >
          {t("sheet.templateExcel")}
        </Button>
        <Button variant="default" disabled={busy} onClick={() => get({ address: csv, name: `${name}.csv` })}>
          {t("sheet.templateCsv")}
        </Button>
      </Group>
    </Group>
  );
}
