import "./words";
import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { done } from "@/platform/ui/notify";
import { NewPassword } from "./NewPassword";

/** Another password; the account's other sessions end with it. */
export function OwnPassword() {
  const { t } = useTranslation();
  const [changes, setChanges] = useState(false);
  if (!changes) {
    return (
      <Group>
        <Button variant="default" onClick={() => setChanges(true)}>
          {t("account.mine.changePassword")}
        </Button>
      </Group>
    );
  }
  const set = () => {
    setChanges(false);
    done(t("account.passwordSet"));
  };
  return (
    <>
      <NewPassword action={t("account.setPassword")} onSet={set} />
      <Group>
        <Button variant="subtle" onClick={() => setChanges(false)}>
          {t("ui.cancel")}
        </Button>
      </Group>
    </>
  );
}
