import "./words";
import { Checkbox, Input, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "@/platform/permissions/permissions";
import classes from "./RolePicker.module.css";
import { grantable, inOrder, powerKey, powers, type Role, roles, staff } from "./roles";

type Props = {
  value: readonly Role[];
  onChange: (roles: Role[]) => void;
  error?: ReactNode;
  disabled?: boolean;
};

/** The roles that the person may give, each with what it may do. */
export function RolePicker({ value, onChange, error, disabled = false }: Props) {
  const { t } = useTranslation();
  const { permissions } = useMe();
  const choose = (role: Role, chosen: boolean) =>
    onChange(inOrder(chosen ? [...value, role] : value.filter((one) => one !== role)));
  const others = roles.filter((role) => !staff.includes(role));
  const card = (role: Role) => {
    const allowed = grantable(role, permissions);
    return (
      <Checkbox
        key={role}
        className={classes.role}
        checked={value.includes(role)}
        disabled={disabled || !allowed}
        onChange={(event) => choose(role, event.currentTarget.checked)}
        label={t(`person.role.${role}`)}
        description={allowed ? <Powers role={role} /> : t("person.form.notGrantable")}
        aria-invalid={error ? true : undefined}
      />
    );
  };
  return (
    <Input.Wrapper component="fieldset" className={classes.roles} error={error}>
      <legend className={classes.legend}>{t("person.roles")}</legend>
      <Text size="xs" c="dimmed" mb="xs">
        {t("person.form.rolesHint")}
      </Text>
      <div className={classes.grid}>{staff.map(card)}</div>
      <Stack gap={4} mt="md">
        <Text size="sm" fw={600}>
          {t("person.form.family")}
        </Text>
        <Text size="xs" c="dimmed" mb={4}>
          {t("person.form.familyHint")}
        </Text>
      </Stack>
      <div className={classes.grid}>{others.map(card)}</div>
    </Input.Wrapper>
  );
}

const family = { student: "studentPower", acudiente: "guardianPower" } as const;

function Powers({ role }: { role: Role }) {
  const { t, i18n } = useTranslation();
  const words = powers[role].map((permission) => {
    const key = powerKey(permission);
    const own = role === "student" || role === "acudiente" ? `person.${family[role]}.${key}` : "";
    return own && i18n.exists(own) ? i18n.t(own as "person.studentPower.read_own_data") : t(`person.power.${key}`);
  });
  return <>{words.join(" · ")}</>;
}
