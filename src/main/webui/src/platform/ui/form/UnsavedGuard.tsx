import { Button, Group, Stack, Text } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { isLeaving } from "@/platform/session/session";
import { Dialog } from "@/platform/ui/Dialog";

import { watch } from "./unsaved";

type Props = {
  /** Asked when somebody leaves, so that a form that was just saved lets go. */
  unsaved: () => boolean;
  /** Other words, when something else than a form would be lost. */
  title?: string;
  text?: string;
  leave?: string;
};

/** Asks before unsaved changes are lost: within the page by a dialog, outside of it by the browser's own. */
export function UnsavedGuard({ unsaved, title, text, leave }: Props) {
  const { t } = useTranslation();
  const blocker = useBlocker({
    shouldBlockFn: unsaved,
    enableBeforeUnload: () => unsaved() && !isLeaving(),
    withResolver: true,
  });
  useEffect(() => watch(unsaved));
  if (blocker.status !== "blocked") return null;
  return (
    <Dialog opened onClose={blocker.reset} title={title ?? t("ui.unsavedTitle")}>
      <Stack>
        <Text size="sm">{text ?? t("ui.unsavedText")}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={blocker.proceed}>
            {leave ?? t("ui.leave")}
          </Button>
          <Button onClick={blocker.reset} data-autofocus>
            {t("ui.stay")}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
