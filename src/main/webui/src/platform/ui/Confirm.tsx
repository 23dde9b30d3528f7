import { Button, Group, Stack, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "@/platform/ui/Dialog";
import { FailureAlert } from "./FailureAlert";

type Props = {
  title: string;
  /** What happens then, and whether it can be undone. */
  consequence: ReactNode;
  action: string;
  danger?: boolean;
  opened: boolean;
  onClose: () => void;
  /** Carried out once; the dialog stays and says why when it fails. */
  onConfirm: () => Promise<unknown>;
  children?: ReactNode;
};

/** Asks before something that others notice, and tells the consequence. */
export function Confirm({ title, consequence, action, danger, opened, onClose, onConfirm, children }: Props) {
  const { t } = useTranslation();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    setError(null);
    try {
      await onConfirm();
      onClose();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog opened={opened} onClose={onClose} title={title}>
      <Stack>
        <Text size="sm" component="div">
          {consequence}
        </Text>
        {children}
        <FailureAlert error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t("ui.cancel")}
          </Button>
          <Button {...(danger ? { color: "red" } : {})} loading={busy} onClick={confirm}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
