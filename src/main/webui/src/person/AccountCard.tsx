import "./words";
import { Alert, Button, Group, Paper, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/platform/api/api";
import { useMe } from "@/platform/permissions/permissions";
import { Confirm } from "@/platform/ui/Confirm";
import { done } from "@/platform/ui/notify";
import { reasonOf } from "./reason";
import { peopleChanged } from "./useMails";

type Props = { person: Schemas["User"] };

/** The person's account, which opens every school: for the platform. */
export function AccountCard({ person }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const [open, setOpen] = useState(false);
  const [refused, setRefused] = useState(false);
  const update = api.useMutation("patch", "/api/v1/admin/users/{id}");
  const status = person.status ?? "pending";
  const name = person.full_name ?? person.email;
  const active = status === "active";
  const change = async () => {
    setRefused(false);
    try {
      await update.mutateAsync({
        params: { path: { id: person.id } },
        body: {
          status: active ? "inactive" : "active",
          ...(person.version === undefined ? {} : { version: person.version }),
        },
      });
    } catch (error) {
      setRefused(reasonOf(error) === "user.superadmin");
      throw error;
    } finally {
      await peopleChanged();
    }
    done(t("person.detail.accountSaved"));
  };
  return (
    <Paper withBorder p={{ base: "md", sm: "lg" }}>
      <Title order={2} size="h4" mb="sm">
        {t("person.detail.account")}
      </Title>
      <Group justify="space-between">
        <Text size="sm">{t(`person.detail.accountStatus.${status}`)}</Text>
        {status === "pending" || person.id === me.id ? null : (
          <Button variant="default" {...(active ? { c: "red" } : {})} onClick={() => setOpen(true)}>
            {active ? t("person.detail.deactivate") : t("person.detail.reactivate")}
          </Button>
        )}
      </Group>
      <Confirm
        opened={open}
        onClose={() => setOpen(false)}
        danger={active}
        title={t(active ? "person.detail.deactivateTitle" : "person.detail.reactivateTitle", { name })}
        consequence={t(active ? "person.detail.deactivateText" : "person.detail.reactivateText")}
        action={t(active ? "person.detail.deactivate" : "person.detail.reactivate")}
        onConfirm={change}
      >
        {refused ? <Alert color="yellow">{t("person.reason.superadmin")}</Alert> : null}
      </Confirm>
    </Paper>
  );
}
