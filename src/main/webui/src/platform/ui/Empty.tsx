import { Group, Stack, Text, ThemeIcon } from "@mantine/core";
import { IconInbox } from "@tabler/icons-react";
import type { ReactNode } from "react";

type Props = { title: string; hint?: string; icon?: ReactNode; children?: ReactNode };

/** Why there is nothing, and the first step. */
export function Empty({ title, hint, icon, children }: Props) {
  return (
    <Stack align="center" gap="xs" py="xl">
      <ThemeIcon size={56} radius="xl" variant="light" aria-hidden>
        {icon ?? <IconInbox size={28} />}
      </ThemeIcon>
      <Text fw={600} ta="center">
        {title}
      </Text>
      {hint ? (
        <Text c="dimmed" size="sm" ta="center" maw={420}>
          {hint}
        </Text>
      ) : null}
      {children ? <Group mt="xs">{children}</Group> : null}
    </Stack>
  );
}
