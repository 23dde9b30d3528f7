import { Alert } from "@mantine/core";
import { useNetwork } from "@mantine/hooks";
import { IconWifiOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

/** Says that the network is gone; what was read stays on the screen. */
export function Offline() {
  const { t } = useTranslation();
  const { online } = useNetwork();
  if (online) return null;
  return (
    <Alert role="status" color="yellow" icon={<IconWifiOff />} mb="md" className="no-print">
      {t("ui.offline")}
    </Alert>
  );
}
