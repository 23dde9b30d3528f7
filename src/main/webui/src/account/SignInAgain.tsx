import "./words";
import { Button, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { queries } from "@/platform/api/api";
import { signOut, useSession } from "@/platform/session/session";
import { Dialog } from "@/platform/ui/Dialog";
import { CodeForm } from "./CodeForm";
import { PasswordForm } from "./PasswordForm";

/**
 * Covers the screen after a session has ended by itself. The same person goes on where they were, with what they typed; whoever
 * else comes starts anew and finds nothing of it.
 */
export function SignInAgain() {
  const { t } = useTranslation();
  const { email, status } = useSession();
  const entered = () => queries.invalidateQueries();
  return (
    <Dialog
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      overlayProps={{ backgroundOpacity: 1, color: "var(--mantine-color-body)" }}
      title={t(status === "code" ? "account.factor.title" : "account.againTitle")}
    >
      <Stack>
        <Text size="sm">{t(status === "code" ? "account.factor.lead" : "account.againText")}</Text>
        {status === "code" ? (
          <CodeForm action={t("account.enter")} onVerified={entered} />
        ) : (
          <PasswordForm {...(email ? { email } : {})} onEntered={entered} />
        )}
        <Button variant="subtle" onClick={() => signOut()}>
          {t("account.another")}
        </Button>
      </Stack>
    </Dialog>
  );
}
