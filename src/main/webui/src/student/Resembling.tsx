import "./words";
import "./guardianWords";
import { Paper, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api } from "@/platform/api/api";
import { AnchorLink } from "@/platform/ui/links";

/** The guardians under a restriction whom a new person looks like, so that somebody can tell them apart. */
export function Resembling({ ids }: { ids: readonly string[] }) {
  return (
    <Stack gap="xs" w="100%">
      {ids.map((id) => (
        <One key={id} id={id} />
      ))}
    </Stack>
  );
}

function One({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data } = api.useQuery("get", "/api/v1/guardians/{id}", { params: { path: { id } } });
  if (!data) return null;
  const names = (data.children ?? []).map((child) => child.full_name).join(", ");
  return (
    <Paper withBorder p="xs">
      <AnchorLink to="/acudientes/$guardianId" params={{ guardianId: id }} target="_blank" fw={600} fz="sm">
        {data.full_name}
      </AnchorLink>
      <Text size="sm">
        {t(`student.documents.${data.document_type}`)} {data.document_number}
        {data.phone ? ` · ${data.phone}` : ""}
      </Text>
      {names ? (
        <Text size="sm" c="dimmed">
          {t("guardian.refused.of", { names })}
        </Text>
      ) : null}
    </Paper>
  );
}
