import "./words";
import { Button, Stack } from "@mantine/core";
import { useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { queries } from "@/platform/api/api";
import { kept, signOut, useSession } from "@/platform/session/session";
import { done } from "@/platform/ui/notify";
import { CodeForm } from "./CodeForm";
import { EnrolFactor } from "./EnrolFactor";
import { Threshold } from "./Threshold";

/** Asks for the code of somebody who has a second factor, and sets one up for somebody who needs it. */
export function SecondFactor({ next }: { next: string }) {
  const { t } = useTranslation();
  const router = useRouter();
  const asks = useSession((session) => session.status === "code");
  // Decided once: the account has a factor from the moment of its first code on.
  const [has] = useState(() => kept()?.user.factors?.some(({ status }) => status === "verified") ?? false);
  const go = () => {
    // With the factor the person may do more than before.
    queries.clear();
    return router.navigate({ href: next, replace: true });
  };
  const enrolled = () => {
    done(t("account.factor.on"));
    return go();
  };
  return (
    <Threshold
      title={t(has ? "account.factor.title" : "account.factor.setUpTitle")}
      lead={t(has ? "account.factor.lead" : "account.factor.setUpLead")}
    >
      <Stack>
        {has || asks ? <CodeForm action={t("account.enter")} onVerified={go} /> : <EnrolFactor onEnrolled={enrolled} />}
        <Button variant="subtle" onClick={() => signOut()}>
          {t("app.signOut")}
        </Button>
      </Stack>
    </Threshold>
  );
}
