import { Anchor, Box, Center, Container, Group, Paper, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { language, speak } from "@/platform/i18n/i18n";

type Props = { title: string; lead?: ReactNode; children: ReactNode };

/** A screen before the school: a single card, and the choice of the language. */
export function Threshold({ title, lead, children }: Props) {
  const { t } = useTranslation();
  useDocumentTitle(`${title} · Athena`);
  const other = language() === "en" ? "es" : "en";
  return (
    <Center mih="100dvh" p="md">
      <Container size={440} w="100%" p={0}>
        <Group gap="sm" mb="md" justify="center">
          <img src="/favicon.svg" alt="" width={40} height={40} />
          <Text fw={700} size="xl">
            Athena
          </Text>
        </Group>
        <Paper component="main" withBorder p={{ base: "lg", xs: "xl" }} radius="lg" shadow="sm">
          <Title order={1} size="h3">
            {title}
          </Title>
          {lead ? (
            <Text c="dimmed" size="sm" mt={4} component="div">
              {lead}
            </Text>
          ) : null}
          <Box mt="lg">{children}</Box>
        </Paper>
        <Center mt="xs">
          <Anchor component="button" type="button" size="sm" p="sm" lang={other} onClick={() => speak(other)}>
            {t("app.language")}
          </Anchor>
        </Center>
      </Container>
    </Center>
  );
}
