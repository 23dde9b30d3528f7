import "./words";
import { Box, Card, SegmentedControl, Stack, Text, Title, useMantineColorScheme } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Language, language, speak } from "@/platform/i18n/i18n";
import { Screen } from "@/platform/ui/Screen";
import classes from "./MyAccount.module.css";
import { OwnFactors } from "./OwnFactors";
import { OwnName } from "./OwnName";
import { OwnPassword } from "./OwnPassword";
import { OwnSessions } from "./OwnSessions";

/** What belongs to the person and not to a school. */
export function MyAccount() {
  const { t } = useTranslation();
  return (
    <Screen title={t("app.myAccount")} lead={t("account.mine.lead")}>
      <Box className={classes.parts}>
        <Part title={t("account.mine.data")}>
          <OwnName />
        </Part>
        <Part title={t("account.password")} lead={t("account.mine.passwordLead")}>
          <OwnPassword />
        </Part>
        <Part title={t("account.mine.factor")} lead={t("account.mine.factorLead")}>
          <OwnFactors />
        </Part>
        <Part title={t("account.mine.sessions")} lead={t("account.mine.sessionsLead")}>
          <OwnSessions />
        </Part>
        <Part title={t("account.mine.look")}>
          <Look />
        </Part>
      </Box>
    </Screen>
  );
}

function Part({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <Card component="section" aria-label={title} withBorder padding="lg" mb="md">
      <Title order={2} size="h4">
        {title}
      </Title>
      {lead ? (
        <Text size="sm" c="dimmed" mt={2}>
          {lead}
        </Text>
      ) : null}
      <Stack mt="md">{children}</Stack>
    </Card>
  );
}

function Look() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <div>
        <Text size="sm" fw={500} mb={4}>
          {t("account.mine.language")}
        </Text>
        <SegmentedControl
          fullWidth
          aria-label={t("account.mine.language")}
          value={language()}
          onChange={(chosen) => speak(chosen as Language)}
          data={[
            { value: "es", label: "Español" },
            { value: "en", label: "English" },
          ]}
        />
      </div>
      <div>
        <Text size="sm" fw={500} mb={4}>
          {t("account.mine.colours")}
        </Text>
        <SegmentedControl
          fullWidth
          aria-label={t("account.mine.colours")}
          value={colorScheme}
          onChange={(chosen) => setColorScheme(chosen as typeof colorScheme)}
          data={[
            { value: "auto", label: t("account.mine.auto") },
            { value: "light", label: t("account.mine.light") },
            { value: "dark", label: t("account.mine.dark") },
          ]}
        />
      </div>
    </>
  );
}
