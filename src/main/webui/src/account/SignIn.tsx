import { useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { PasswordForm } from "./PasswordForm";
import { Threshold } from "./Threshold";

/** The door; afterwards the person stands where they wanted to go. */
export function SignIn({ next }: { next: string }) {
  const { t } = useTranslation();
  const router = useRouter();
  return (
    <Threshold title={t("account.title")} lead={t("account.lead")}>
      <PasswordForm onEntered={() => router.navigate({ href: next, replace: true })} />
    </Threshold>
  );
}
