import { Alert } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** Why an invitation is not there any more, as far as the service tells. */
export function Refused({ status }: { status: number }) {
  const { t } = useTranslation();
  return (
    <Alert color="red" role="alert">
      {t(status === 409 ? "account.invitation.conflict" : "account.invitation.gone")}
    </Alert>
  );
}
