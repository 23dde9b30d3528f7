import { Button, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { queries } from "@/platform/api/api";
import { signOut, useSession } from "@/platform/session/session";
import { Dialog } from "@/platform/ui/Dialog";
import { PasswordForm } from "./PasswordForm";

/**
 * Covers the screen after a session has ended by itself. The same person goes on where they were, with what they typed; whoever
 * else comes starts anew and finds nothing of it.
 */
export function SignInAgain() {
  const { t } = useTranslation();
  const email = useSession((session) => session.email);
  return (
    <Dialog
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      overlayProps={{ backgroundOpacity: 1, color: "var(--mantine-color-body)" }}
      title={t("account.againTitle")}
    >
      <Stack>
        <Text size="sm">{t("account.againText")}</Text>
        <PasswordForm {...(email ? { email } : {})} onEntered={() => queries.invalidateQueries()} />
        <Button variant="subtle" onClick={() => signOut()}>
          {t("account.another")}
        </Button>
      </Stack>
    </Dialog>
  );
}
