import "./words";
import { Button, Group, Paper, Text } from "@mantine/core";
import { IconMail } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "@/platform/ui/links";
import { useInvitations } from "./useInvitations";

/** Tells a member that another school has invited them; it can be put away for this visit. */
export function InvitationNotice() {
  const { t } = useTranslation();
  const [away, setAway] = useState(false);
  const { data } = useInvitations();
  const [first, ...others] = data?.items ?? [];
  if (!first || away) return null;
  return (
    <Paper withBorder p="xs" mb="md" role="status" className="no-print">
      <Group justify="space-between" gap="xs">
        <Group gap="xs" wrap="nowrap">
          <IconMail size={18} aria-hidden />
          <Text size="sm" fw={600}>
            {others.length
              ? t("account.invitation.several", { count: others.length + 1 })
              : t("account.invitation.one", { school: first.school_name })}
          </Text>
        </Group>
        <Group gap="xs">
          <Button size="compact-md" variant="subtle" onClick={() => setAway(true)}>
            {t("account.invitation.later")}
          </Button>
          <ButtonLink to="/invitacion" size="compact-md" variant="default">
            {t("account.invitation.see")}
          </ButtonLink>
        </Group>
      </Group>
    </Paper>
  );
}
