import "./words";
import { Stack } from "@mantine/core";
import { useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { arrival, useSession } from "@/platform/session/session";
import { ButtonLink } from "@/platform/ui/links";
import { done } from "@/platform/ui/notify";
import { linkFault } from "./authFault";
import { Fault } from "./Fault";
import { NewPassword } from "./NewPassword";
import { Threshold } from "./Threshold";
import { useEmail } from "./useEmail";

/** Where the link of a forgotten password leads. Whoever comes without a link that works asks for another one. */
export function SetPassword({ next }: { next: string }) {
  const { t } = useTranslation();
  const router = useRouter();
  const email = useEmail();
  const status = useSession((session) => session.status);
  if (status !== "in") {
    return (
      <Threshold title={t("account.setTitle")} lead={t("account.setNeedsLink")}>
        <Stack>
          <Fault fault={arrival.failed ? linkFault(arrival.failed) : null} />
          <ButtonLink to="/recuperar" search={{ next }} size="md">
            {t("account.mail.sendRecovery")}
          </ButtonLink>
        </Stack>
      </Threshold>
    );
  }
  const set = () => {
    done(t("account.passwordSet"));
    return router.navigate({ href: next, replace: true });
  };
  return (
    <Threshold title={t("account.setTitle")} lead={t("account.setText", { email })}>
      <NewPassword action={t("account.setPassword")} onSet={set} />
    </Threshold>
  );
}
