import { Loader, Progress, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

type Props = {
  name: string;
  /** The share of the file that has left, from 0 to 1. */
  share: number;
  /** What happens after it has arrived. */
  then: string;
};

/** A file on its way: first how much has left, then that the service is at work. */
export function Sending({ name, share, then }: Props) {
  const { t } = useTranslation();
  const percent = Math.round(share * 100);
  return (
    <Stack align="center" gap="sm" py="xl" role="status">
      {share < 1 ? (
        <>
          <Text fw={600}>{t("sheet.sending", { name })}</Text>
          <Progress.Root w="min(360px, 100%)" size="lg">
            <Progress.Section value={percent} aria-label={t("sheet.sending", { name })} />
          </Progress.Root>
        </>
      ) : (
        <>
          <Loader />
          <Text fw={600}>{then}</Text>
        </>
      )}
      <Text size="sm" c="dimmed">
        {t("sheet.doNotClose")}
      </Text>
    </Stack>
  );
}
