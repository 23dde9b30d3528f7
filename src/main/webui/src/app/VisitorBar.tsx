import { Button, Group, Paper, Text } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { api } from "@/platform/api/api";
import { useIsVisitor } from "@/platform/permissions/permissions";
import { changeSchool } from "@/platform/session/session";

/** Reminds a superadmin whose data are on the screen. */
export function VisitorBar() {
  return useIsVisitor() ? <Bar /> : null;
}

function Bar() {
  const { t } = useTranslation();
  const { data } = api.useQuery("get", "/api/v1/schools/me");
  return (
    <Paper withBorder p="xs" mb="md" bg="var(--mantine-color-yellow-light)">
      <Group justify="space-between">
        <Group gap="xs">
          <IconEye size={18} aria-hidden />
          <Text size="sm" fw={600}>
            {t("app.visiting", { school: data?.name ?? "…" })}
          </Text>
        </Group>
        <Button size="compact-sm" variant="default" onClick={() => changeSchool(null, "/plataforma/colegios")}>
          {t("app.leaveSchool")}
        </Button>
      </Group>
    </Paper>
  );
}
