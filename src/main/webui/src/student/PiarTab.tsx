import "./words";
import { Button, Paper, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "@/platform/api/api";
import { Facts } from "@/platform/ui/Facts";
import { Loaded } from "@/platform/ui/Loaded";
import { useFreeFacts } from "./useFreeFacts";

/** The individual plan. It is read when somebody asks for it, because every reading is audited, and not again by itself. */
export function PiarTab({ studentId }: { studentId: string }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const query = api.useQuery(
    "get",
    "/api/v1/students/{id}/piar",
    { params: { path: { id: studentId } } },
    { enabled: asked, staleTime: Number.POSITIVE_INFINITY, gcTime: 0, refetchOnReconnect: false },
  );
  return (
    <Paper withBorder p={{ base: "md", sm: "lg" }}>
      <Stack align="flex-start">
        <Text size="sm" c="dimmed">
          {t("student.piarNote")}
        </Text>
        {asked ? (
          <Loaded query={query}>{({ piar_data }) => <Plan data={piar_data} />}</Loaded>
        ) : (
          <Button variant="light" onClick={() => setAsked(true)}>
            {t("student.piarOpen")}
          </Button>
        )}
      </Stack>
    </Paper>
  );
}

function Plan({ data }: { data: Readonly<Record<string, unknown>> | null }) {
  const { t } = useTranslation();
  const facts = useFreeFacts(data);
  return facts.length ? <Facts facts={facts} /> : <Text>{t("student.piarEmpty")}</Text>;
}
