import "./words";
import { Button, Group, Stack, Text } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { kept, signOut } from "@/platform/session/session";
import { claims } from "@/platform/session/token";
import { Dialog } from "@/platform/ui/Dialog";
import { pauseSince } from "./idle";

const used = ["pointerdown", "keydown", "wheel", "touchstart"] as const;
const TELL = 20_000;

/** On a shared computer: signs out after a pause, and asks before. Tabs that were opened from each other count as one. */
export function IdleGuard() {
  const { t } = useTranslation();
  const [left, setLeft] = useState<number | null>(null);
  const last = useRef(Date.now());
  useEffect(() => {
    const session = () => claims(kept()?.access_token ?? "")?.session_id;
    const others = new BroadcastChannel("athena.use");
    let told = 0;
    const use = () => {
      last.current = Date.now();
      if (last.current - told < TELL) return;
      told = last.current;
      others.postMessage(session());
    };
    others.onmessage = ({ data }) => {
      if (data && data === session()) last.current = Date.now();
    };
    const look = () => {
      const pause = pauseSince(last.current, Date.now());
      if (pause === "over") signOut("/entrar?pausa=true");
      setLeft(typeof pause === "number" ? pause : null);
    };
    const timer = setInterval(look, 1000);
    for (const event of used) window.addEventListener(event, use, { passive: true, capture: true });
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      others.close();
      for (const event of used) window.removeEventListener(event, use, { capture: true });
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
  if (left === null) return null;
  return (
    <Dialog opened onClose={() => setLeft(null)} title={t("account.idle.title")}>
      <Stack>
        <Text size="sm">{t("account.idle.text", { seconds: left })}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => signOut()}>
            {t("app.signOut")}
          </Button>
          <Button data-autofocus onClick={() => setLeft(null)}>
            {t("account.idle.stay")}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
