import { Alert, Button, FileButton, Group, Loader, Stack, Text, Title } from "@mantine/core";
import { IconUpload } from "@tabler/icons-react";
import { type DragEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./FileField.module.css";
import { fileFault } from "./staffFile";

type Props = {
  name: string | null;
  busy: boolean;
  /** The bytes are read at once, so that what is confirmed is what was looked at. */
  onChosen: (file: { name: string; bytes: ArrayBuffer }) => void;
};

/** Chooses a file, by its button or by dropping it. */
export function FileField({ name, busy, onChosen }: Props) {
  const { t } = useTranslation();
  const [fault, setFault] = useState<"tooLarge" | "unknownType" | "unreadable" | null>(null);
  const [over, setOver] = useState(false);
  const choose = async (file: File | null | undefined) => {
    if (!file) return;
    const wrong = fileFault(file);
    setFault(wrong);
    if (wrong) return;
    try {
      onChosen({ name: file.name, bytes: await file.arrayBuffer() });
    } catch {
      setFault("unreadable");
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    choose(event.dataTransfer.files[0]);
  };
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {t("person.import.step2")}
      </Title>
      <section
        className={classes.drop}
        aria-label={t("person.import.fileLabel")}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Group gap="sm">
          <FileButton
            accept=".xlsx,.csv,.txt"
            onChange={choose}
            key={name}
            inputProps={{ "aria-label": t("person.import.fileLabel"), tabIndex: -1 }}
          >
            {(button) => (
              <Button {...button} variant={name ? "default" : "filled"} leftSection={<IconUpload size={18} />}>
                {name ? t("person.import.chooseOther") : t("person.import.choose")}
              </Button>
            )}
          </FileButton>
          <Text size="sm" {...(name ? { fw: 600 } : { c: "dimmed" })} style={{ overflowWrap: "anywhere" }}>
            {name ?? t("person.import.dropHint")}
          </Text>
          {busy ? (
            <Group gap={6} role="status">
              <Loader size="xs" />
              <Text size="sm">{t("person.import.reading")}</Text>
            </Group>
          ) : null}
        </Group>
      </section>
      {fault ? (
        <Alert color="red" role="alert">
          {t(`person.import.${fault}`)}
        </Alert>
      ) : null}
    </Stack>
  );
}
