import "./guardianWords";
import { Box, Checkbox, SimpleGrid, Text } from "@mantine/core";
import type { ChangeEvent } from "react";
import { useTranslation } from "react-i18next";
import { type Flag, flags } from "./guardianDraft";
import type { Inputs } from "./inputs";

const labels = {
  is_primary: "guardian.primary",
  is_legal_representative: "guardian.legal",
  has_custody: "guardian.custody",
  portal_access: "guardian.portal",
  can_pickup: "guardian.pickup",
  is_emergency_contact: "guardian.emergency",
} as const satisfies Record<Flag, string>;

/** The words of what a guardian may and must do. */
export function useFlagWords() {
  const { t } = useTranslation();
  return (flag: Flag): string => t(labels[flag]);
}

type Props = {
  inputs: Inputs;
  /** Who is the primary guardian now, when it is somebody else. */
  primaryNow?: string | undefined;
  onPrimary?: () => void;
};

/** What a guardian may and must do for one student. */
export function FlagFields({ inputs, primaryNow, onPrimary }: Props) {
  const { t } = useTranslation();
  const words = useFlagWords();
  return (
    <Box component="fieldset" p={0} m={0} bd="none">
      <Text component="legend" size="sm" fw={500} p={0}>
        {t("guardian.flags")}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm" mt={6}>
        {flags.map((flag) => {
          const { onChange, ...props } = inputs.of(flag, "checkbox");
          return (
            <Checkbox
              label={words(flag)}
              description={
                flag === "is_primary" && primaryNow ? t("guardian.primaryMoves", { name: primaryNow }) : undefined
              }
              key={inputs.key(flag)}
              {...props}
              onChange={(event: ChangeEvent<HTMLInputElement>) => {
                onChange(event);
                if (flag === "is_primary" && event.currentTarget.checked) onPrimary?.();
              }}
            />
          );
        })}
      </SimpleGrid>
    </Box>
  );
}
