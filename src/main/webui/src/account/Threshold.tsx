import { Box, Center, Container, Group, Paper, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import type { ReactNode } from "react";

type Props = { title: string; lead?: string; children: ReactNode };

/** A screen before the school: a single card. */
export function Threshold({ title, lead, children }: Props) {
  useDocumentTitle(`${title} · Athena`);
  return (
    <Center mih="100dvh" p="md">
      <Container component="main" size={440} w="100%" p={0}>
        <Group gap="sm" mb="md" justify="center">
          <img src="/favicon.svg" alt="" width={40} height={40} />
          <Text fw={700} size="xl">
            Athena
          </Text>
        </Group>
        <Paper withBorder p={{ base: "lg", xs: "xl" }} radius="lg" shadow="sm">
          <Title order={1} size="h3">
            {title}
          </Title>
          {lead ? (
            <Text c="dimmed" size="sm" mt={4}>
              {lead}
            </Text>
          ) : null}
          <Box mt="lg">{children}</Box>
        </Paper>
      </Container>
    </Center>
  );
}
