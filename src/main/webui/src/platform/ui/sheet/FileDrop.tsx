import { Alert, Button, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconFileSpreadsheet } from "@tabler/icons-react";
import { type DragEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { size } from "@/platform/i18n/formats";
import classes from "./FileDrop.module.css";
import { type FileFault, isFileFault, readSheet, type SheetFile } from "./sheetFile";

type Props = {
  /** The bytes that the service takes. */
  most: number;
  onFile: (file: SheetFile) => void;
  /** Another file was not even taken; what the screen says of an earlier one is then old. */
  onRefused?: () => void;
};

/** Takes a file with a list: dropped, or chosen by mouse, finger or keyboard. What cannot be sent is told at once. */
export function FileDrop({ most, onFile, onRefused }: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState("");
  const words = (fault: FileFault, file: File) =>
    t(`sheet.${fault}`, { size: size(file.size), most: size(most), name: file.name });

  const refuse = (why: string) => {
    setRefused(why);
    onRefused?.();
  };
  const take = async (files: FileList | null) => {
    const file = files?.[0];
    if (!file) return;
    if (files.length > 1) return refuse(t("sheet.several"));
    try {
      const read = await readSheet(file, most);
      setRefused("");
      onFile(read);
    } catch (error) {
      if (!isFileFault(error)) throw error;
      refuse(words(error, file));
    }
  };
  const drag = (inside: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    <Stack gap="sm">
      <section
        aria-label={t("sheet.drop")}
        className={classes.drop}
        data-over={over || undefined}
        onDragOver={drag(true)}
        onDragLeave={drag(false)}
        onDrop={(event) => {
          drag(false)(event);
          take(event.dataTransfer.files);
        }}
      >
        <IconFileSpreadsheet size={36} stroke={1.4} aria-hidden />
        <Text fw={600}>{t("sheet.drop")}</Text>
        <Text size="sm" c="dimmed">
          {t("sheet.accepted", { size: size(most) })}
        </Text>
        <Button mt="xs" size="md" onClick={() => input.current?.click()}>
          {t("sheet.choose")}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={t("sheet.choose")}
          accept=".csv,.xlsx,.xls,.txt,text/csv"
          onChange={(event) => {
            take(event.currentTarget.files);
            // The same file can be chosen again after it was mended.
            event.currentTarget.value = "";
          }}
        />
      </section>
      {refused ? (
        <Alert role="alert" color="red" icon={<IconAlertTriangle />}>
          {refused}
        </Alert>
      ) : null}
    </Stack>
  );
}
