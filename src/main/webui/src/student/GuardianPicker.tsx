import "./guardianWords";
import { Box, Button, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/platform/api/api";
import { FailureAlert } from "@/platform/ui/FailureAlert";

/** Finds a guardian whom the school has; Enter takes the first one. */
export function GuardianPicker({ onPick }: { onPick: (person: Schemas["Guardian"]) => void }) {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const [asked] = useDebouncedValue(words.trim(), 250);
  const query = api.useQuery(
    "get",
    "/api/v1/guardians",
    { params: { query: { q: asked, page_size: 6 } } },
    { enabled: asked.length >= 2, placeholderData: keepPreviousData },
  );
  const items = words.trim().length >= 2 && asked.length >= 2 ? query.data?.items : undefined;
  const pick = (person: Schemas["Guardian"]) => {
    setWords("");
    onPick(person);
  };
  const first = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    if (items?.[0] && asked === words.trim() && !query.isPlaceholderData) pick(items[0]);
  };
  return (
    <Box>
      <TextInput
        type="search"
        label={t("guardian.find")}
        description={t("guardian.findHint")}
        leftSection={<IconSearch size={18} aria-hidden />}
        autoComplete="off"
        maxLength={100}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={first}
      />
      <FailureAlert error={query.error} retry={query.refetch} />
      {items?.length === 0 ? (
        <Text size="sm" c="dimmed" mt="xs" role="status">
          {t("guardian.foundNobody")}
        </Text>
      ) : null}
      {items?.length ? (
        <Stack component="ul" gap={4} mt="xs" p={0} aria-label={t("guardian.found")} style={{ listStyle: "none" }}>
          {items.map((person) => (
            <li key={person.id}>
              <Button
                variant="default"
                fullWidth
                justify="flex-start"
                h="auto"
                mih={44}
                py={6}
                onClick={() => pick(person)}
                styles={{ label: { whiteSpace: "normal", textAlign: "start" } }}
              >
                {person.full_name} · {person.document_type} {person.document_number}
                {person.phone ? ` · ${person.phone}` : ""}
              </Button>
            </li>
          ))}
        </Stack>
      ) : null}
    </Box>
  );
}
