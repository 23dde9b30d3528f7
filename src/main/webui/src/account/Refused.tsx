import "./words";
import { Alert } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { isProblem } from "@/platform/api/problem";
import { FailureAlert } from "@/platform/ui/FailureAlert";

/** Why an invitation was not accepted. One that is not there any more is not told apart by the service. */
export function Refused({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (!isProblem(error) || error.status !== 404) return <FailureAlert error={error} />;
  return (
    <Alert color="red" role="alert">
      {t("account.invitation.gone")}
    </Alert>
  );
}
