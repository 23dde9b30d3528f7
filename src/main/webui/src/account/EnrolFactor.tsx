import "./words";
import { Box, Button, Center, Code, CopyButton, Group, Skeleton, Stack, Text } from "@mantine/core";
import type { AuthMFAEnrollTOTPResponse } from "@supabase/supabase-js";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { auth } from "@/platform/session/session";
import { faultOf, type Fault as Why } from "./authFault";
import { CodeForm } from "./CodeForm";
import { Fault } from "./Fault";
import { freeName, grouped } from "./factors";

type Enrolled = NonNullable<AuthMFAEnrollTOTPResponse["data"]>;

/** Adds an authenticator: the picture to scan, the same as text, and the first code, which proves that it works. */
export function EnrolFactor({ onEnrolled }: { onEnrolled: () => unknown }) {
  const { t } = useTranslation();
  const [begun, setBegun] = useState<Enrolled | null>(null);
  const [fault, setFault] = useState<Why | null>(null);
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    begin(t("account.factor.device")).then(({ data, error }) => {
      setBegun(data);
      setFault(error ? faultOf(error) : null);
    });
  }, [t]);
  if (fault) return <Fault fault={fault} />;
  return (
    <Stack>
      <Text size="sm">{t("account.factor.scan")}</Text>
      <Center>
        {begun ? (
          <Box bg="white" p="sm" style={{ borderRadius: "var(--mantine-radius-md)" }}>
            <img src={begun.totp.qr_code} alt={t("account.factor.qr")} width={200} height={200} />
          </Box>
        ) : (
          <Skeleton w={224} h={224} />
        )}
      </Center>
      <Box>
        <Text size="sm" c="dimmed">
          {t("account.factor.byHand")}
        </Text>
        <Group gap="xs" mt={4}>
          <Code fz="sm" style={{ wordBreak: "break-all" }}>
            {begun ? grouped(begun.totp.secret) : "…"}
          </Code>
          <CopyButton value={begun?.totp.secret ?? ""}>
            {({ copied, copy }) => (
              <Button size="compact-sm" variant="light" onClick={copy} disabled={!begun}>
                {copied ? t("ui.copied") : t("account.factor.copy")}
              </Button>
            )}
          </CopyButton>
        </Group>
      </Box>
      {begun ? <CodeForm factorId={begun.id} action={t("account.factor.turnOn")} onVerified={onEnrolled} /> : null}
    </Stack>
  );
}

/** What an earlier attempt left unfinished goes first, because its name would be in the way. */
async function begin(device: string) {
  const { data } = await auth().mfa.listFactors();
  const all = data?.all ?? [];
  for (const { id, status } of all) if (status === "unverified") await auth().mfa.unenroll({ factorId: id });
  const friendlyName = freeName(
    device,
    all.filter(({ status }) => status === "verified"),
  );
  return auth().mfa.enroll({ factorType: "totp", issuer: "Athena", friendlyName });
}
