import "./words";
import { Alert, Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { queries } from "@/platform/api/api";
import { day } from "@/platform/i18n/formats";
import { useMe } from "@/platform/permissions/permissions";
import { auth } from "@/platform/session/session";
import { Confirm } from "@/platform/ui/Confirm";
import { done } from "@/platform/ui/notify";
import { faultOf } from "./authFault";
import { EnrolFactor } from "./EnrolFactor";
import { Fault } from "./Fault";

const key = ["auth", "factors"];

/** The authenticators of the account. Whoever loses the only one cannot sign in, so a second one is offered. */
export function OwnFactors() {
  const { t } = useTranslation();
  const [adds, setAdds] = useState(false);
  const { data, error } = useQuery({
    queryKey: key,
    queryFn: async () => {
      const { data: factors, error: refused } = await auth().mfa.listFactors();
      if (refused) throw refused;
      return factors.totp;
    },
  });
  const enrolled = async () => {
    setAdds(false);
    done(t("account.factor.on"));
    await queries.invalidateQueries();
  };
  if (error) return <Fault fault={faultOf(error as never)} />;
  if (!data) return <Skeleton h={36} />;
  return (
    <>
      {data.map(({ id, friendly_name, created_at }) => (
        <OwnFactor
          key={id}
          id={id}
          name={friendly_name ?? t("account.factor.device")}
          since={created_at}
          last={data.length === 1}
        />
      ))}
      {data.length === 1 && !adds ? <Alert>{t("account.factor.spare")}</Alert> : null}
      {adds ? <EnrolFactor onEnrolled={enrolled} /> : null}
      <Group>
        <Button variant="default" onClick={() => setAdds(!adds)}>
          {adds ? t("ui.cancel") : t(data.length ? "account.factor.another" : "account.factor.setUp")}
        </Button>
      </Group>
    </>
  );
}

type Props = { id: string; name: string; since: string; last: boolean };

function OwnFactor({ id, name, since, last }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const [asks, setAsks] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const remove = async () => {
    const { error } = await auth().mfa.unenroll({ factorId: id });
    setRefused(error);
    if (error) return;
    // The session shows a second factor until it is renewed.
    await auth().refreshSession();
    done(t("account.factor.removed"));
    await queries.invalidateQueries();
  };
  return (
    <Stack gap="xs">
      {refused ? <Fault fault={faultOf(refused as never)} /> : null}
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Text fw={500}>{name}</Text>
          <Text size="sm" c="dimmed">
            {t("account.factor.since", { day: day(since.slice(0, 10)) })}
          </Text>
        </div>
        <Button variant="default" onClick={() => setAsks(true)} aria-label={`${t("ui.remove")} ${name}`}>
          {t("ui.remove")}
        </Button>
      </Group>
      <Confirm
        opened={asks}
        onClose={() => setAsks(false)}
        title={t("account.factor.removeTitle")}
        consequence={t(last && me.is_superadmin ? "account.factor.removeNeeded" : "account.factor.removeText", {
          name,
        })}
        action={t("ui.remove")}
        onConfirm={remove}
        danger
      />
    </Stack>
  );
}
