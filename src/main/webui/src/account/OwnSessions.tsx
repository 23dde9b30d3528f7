import "./words";
import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { signOutEverywhere } from "@/platform/session/session";
import { Confirm } from "@/platform/ui/Confirm";

/** Ends every session of the account, for somebody who lost a telephone or forgot to sign out. */
export function OwnSessions() {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  return (
    <Group>
      <Button variant="default" onClick={() => setAsks(true)}>
        {t("account.mine.everywhere")}
      </Button>
      <Confirm
        opened={asks}
        onClose={() => setAsks(false)}
        title={t("account.mine.everywhere")}
        consequence={t("account.mine.everywhereText")}
        action={t("account.mine.everywhere")}
        onConfirm={signOutEverywhere}
      />
    </Group>
  );
}
