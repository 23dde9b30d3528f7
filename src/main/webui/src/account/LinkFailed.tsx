import "./words";
import { Alert } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { arrival } from "@/platform/session/session";
import { linkFault } from "./authFault";

/** Tells somebody who is signed in already that the link of a mail did not work. */
export function LinkFailed() {
  const { t } = useTranslation();
  const [code, setCode] = useState(arrival.failed);
  if (!code) return null;
  const close = () => {
    arrival.failed = null;
    setCode(null);
  };
  return (
    <Alert color="yellow" role="alert" mb="md" withCloseButton closeButtonLabel={t("ui.close")} onClose={close}>
      {t(`account.fault.${linkFault(code)}`)}
    </Alert>
  );
}
