import "./words";
import { Alert } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Fault as Why } from "./authFault";

/** Says why Supabase Auth refused. */
export function Fault({ fault }: { fault: Why | null }) {
  const { t } = useTranslation();
  if (!fault) return null;
  return (
    <Alert color={fault === "network" ? "yellow" : "red"} role="alert">
      {t(`account.fault.${fault}`)}
    </Alert>
  );
}
