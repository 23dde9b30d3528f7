import "./words";
import { PasswordInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Fault } from "./authFault";
import { useEmail } from "./useEmail";

type Props = { value: string; onChange: (password: string) => void; fault: Fault | null };

/** The password that an invited person chooses for their account. */
export function FirstPassword({ value, onChange, fault }: Props) {
  const { t } = useTranslation();
  const email = useEmail();
  return (
    <>
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <PasswordInput
        label={t("account.invitation.password")}
        description={t("account.passwordHint")}
        autoComplete="new-password"
        required
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={fault ? t(`account.fault.${fault}`) : null}
      />
    </>
  );
}
