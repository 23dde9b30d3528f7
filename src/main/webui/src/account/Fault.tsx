import "./words";
import { Alert } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useBack } from "@/platform/api/contact";
import type { Fault as Why } from "./authFault";

/** Says why Supabase Auth refused; that the network is gone, only until it is back. */
export function Fault({ fault }: { fault: Why | null }) {
  const { t } = useTranslation();
  const gone = fault === "network" || fault === "away" ? fault : null;
  const back = useBack(fault, gone);
  if (!fault || back) return null;
  return (
    <Alert color={gone ? "yellow" : "red"} role="alert">
      {t(`account.fault.${fault}`)}
    </Alert>
  );
}
