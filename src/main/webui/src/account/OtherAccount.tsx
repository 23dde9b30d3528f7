import "./words";
import { Button, Stack } from "@mantine/core";
import { useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { queries } from "@/platform/api/api";
import { changeToLink, dropLink, useSession } from "@/platform/session/session";
import { Threshold } from "./Threshold";
import { useEmail } from "./useEmail";

/** A link of a mail belongs to another account than the one that is signed in, or this browser did not ask for it: nobody comes in without a word. */
export function OtherAccount({ next }: { next: string }) {
  const { t } = useTranslation();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const email = useEmail();
  const otherAccount = useSession((session) => session.otherAccount ?? "");
  const nobody = useSession(({ status }) => status === "out");
  const stay = () => {
    dropLink();
    // A new password would be the other account's.
    return router.navigate({ href: next.startsWith("/clave") ? "/" : next, replace: true });
  };
  const change = async () => {
    setBusy(true);
    await changeToLink();
    queries.clear();
    await router.navigate({ href: next, replace: true });
  };
  return (
    <Threshold
      title={t(nobody ? "account.other.newTitle" : "account.other.title")}
      lead={t(nobody ? "account.other.newText" : "account.other.text", { email, other: otherAccount })}
    >
      <Stack>
        <Button size="md" variant="default" onClick={stay} disabled={busy} h="auto" py="sm">
          {t(nobody ? "account.other.notMine" : "account.other.stay", { email })}
        </Button>
        <Button size="md" variant="default" onClick={change} loading={busy} h="auto" py="sm">
          {t("account.other.change", { email: otherAccount })}
        </Button>
      </Stack>
    </Threshold>
  );
}
