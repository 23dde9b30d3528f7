import { Box, Group, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { IconChevronLeft } from "@tabler/icons-react";
import type { ReactNode } from "react";

type Props = {
  title: string;
  /** One line below the title: what the screen is about, or how many rows it shows. */
  lead?: ReactNode;
  /** The link to where the person came from. */
  back?: ReactNode;
  /** What can be done here; the most usual action stands last. */
  actions?: ReactNode;
  children: ReactNode;
};

/** A screen with its title, which is also the title of the tab. */
export function Screen({ title, lead, back, actions, children }: Props) {
  useDocumentTitle(`${title} · Athena`);
  return (
    <Stack gap="lg">
      <Box>
        {back ? (
          <Group gap={2} mb={4} c="dimmed" className="no-print">
            <IconChevronLeft size={16} aria-hidden />
            {back}
          </Group>
        ) : null}
        <Group justify="space-between" align="flex-start" gap="sm">
          <div>
            <Title order={1} size="h2" tabIndex={-1}>
              {title}
            </Title>
            {lead ? (
              <Text c="dimmed" size="sm" component="div">
                {lead}
              </Text>
            ) : null}
          </div>
          {actions ? (
            <Group gap="xs" className="no-print">
              {actions}
            </Group>
          ) : null}
        </Group>
      </Box>
      {children}
    </Stack>
  );
}
