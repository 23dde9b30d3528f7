import "./words";
import { Alert, Button, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, queries } from "@/platform/api/api";
import { FailureAlert } from "@/platform/ui/FailureAlert";
import { DialogActions, FormDialog } from "@/platform/ui/form/FormDialog";
import { useRowForm } from "@/platform/ui/form/useRowForm";
import { done } from "@/platform/ui/notify";
import type { Membership } from "./invitation";
import { RolePicker } from "./RolePicker";
import { reasonOf } from "./reason";
import { inOrder, type Role } from "./roles";
import { peopleChanged } from "./useMails";

type Props = { membership: Membership; name: string; keepRector: boolean; onClose: () => void };

/** Changes what somebody may do in the school. */
export function RolesDialog({ membership, name, keepRector, onClose }: Props) {
  const { t } = useTranslation();
  const params = {
    path: { user: membership.user_id, id: membership.id },
    header: { "X-School-Id": membership.school_id },
  };
  const [before] = useState(() => inOrder(membership.roles));
  const [roles, setRoles] = useState<Role[]>(before);
  const [fault, setFault] = useState<string | null>(null);
  const update = api.useMutation("patch", "/api/v1/admin/users/{user}/memberships/{id}");
  const server = useRowForm({
    row: membership,
    values: (row) => ({ roles: inOrder(row.roles) }),
    read: () =>
      queries.fetchQuery(
        api.queryOptions("get", "/api/v1/admin/users/{user}/memberships/{id}", { params }, { staleTime: 0 }),
      ),
    write: (changed, version) => update.mutateAsync({ params, body: { ...changed, version } }),
    saved: async () => {
      await peopleChanged();
      done(t("person.detail.rolesSaved"));
      onClose();
    },
    failed: (error) => {
      if (reasonOf(error) !== "membership.last_rector") return false;
      setFault(t("reason.membership.last_rector"));
      return true;
    },
    labels: { roles: t("person.roles") },
    show: (_, value) => (value as Role[]).map((role) => t(`person.role.${role}`)).join(", "),
  });
  const save = () => {
    setFault(null);
    if (roles.length === 0) setFault(t("person.form.rolesMissing"));
    else if (keepRector && !roles.includes("rector")) setFault(t("reason.membership.last_rector"));
    else server.save({ roles });
  };
  return (
    <FormDialog
      unsaved={() => roles.join() !== before.join()}
      onClose={onClose}
      size="xl"
      title={t("person.detail.rolesFor", { name })}
    >
      {server.conflict}
      <Stack>
        <FailureAlert error={server.error} />
        {keepRector ? <Alert color="yellow">{t("person.detail.lastRector")}</Alert> : null}
        <RolePicker value={roles} onChange={setRoles} error={fault} />
        <Text size="sm" c="dimmed">
          {t("person.detail.rolesNote")}
        </Text>
        <DialogActions>
          <Button loading={server.busy} onClick={save}>
            {t("ui.save")}
          </Button>
        </DialogActions>
      </Stack>
    </FormDialog>
  );
}
