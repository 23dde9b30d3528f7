import { Button, Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Dialog } from "@/platform/ui/Dialog";

type Props = {
  onStay: () => void;
  onLeave: () => void;
  /** Other words, when something else than a form would be lost. */
  title?: string | undefined;
  text?: string | undefined;
  leave?: string | undefined;
};

/** Asks whether what nobody has saved may be lost. */
export function Unsaved({ onStay, onLeave, title, text, leave }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog opened onClose={onStay} title={title ?? t("ui.unsavedTitle")}>
      <Stack>
        <Text size="sm">{text ?? t("ui.unsavedText")}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onLeave}>
            {leave ?? t("ui.leave")}
          </Button>
          <Button onClick={onStay} data-autofocus>
            {t("ui.stay")}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
