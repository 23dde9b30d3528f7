import "./words";
import { Checkbox } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isSharedComputer, setSharedComputer } from "@/platform/session/session";

/** Says before somebody signs in that others use this computer, too. The computer remembers it. */
export function SharedComputer() {
  const { t } = useTranslation();
  const [shared, setShared] = useState(isSharedComputer);
  const choose = (chosen: boolean) => {
    setSharedComputer(chosen);
    setShared(chosen);
  };
  return (
    <Checkbox
      label={t("account.shared")}
      description={t("account.sharedHint")}
      checked={shared}
      onChange={(event) => choose(event.currentTarget.checked)}
    />
  );
}
