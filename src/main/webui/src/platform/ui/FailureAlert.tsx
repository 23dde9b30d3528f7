import { Alert, Button, CopyButton, Group, Text } from "@mantine/core";
import { IconAlertTriangle, IconWifiOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useBack } from "@/platform/api/contact";
import { failureOf } from "@/platform/api/problem";
import { useSentence } from "./sentence";
import { useCountdown } from "./useCountdown";

type Props = { error: unknown; retry?: () => void };

/** What went wrong, in the words of the page, what can be done, and the number that support asks for. */
export function FailureAlert({ error, retry }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const left = useCountdown(error, retry);
  const failure = error ? failureOf(error) : null;
  const gone = failure?.code === "network" || failure?.code === "away" ? failure.code : null;
  const back = useBack(error, gone);
  // With a button the screen misses what was to be read; without one, a form waits to be sent again.
  if (!failure || (back && !retry)) return null;
  return (
    <Alert
      role="alert"
      color={gone ? "yellow" : "red"}
      icon={gone === "network" ? <IconWifiOff /> : <IconAlertTriangle />}
    >
      <Text size="sm">{sentence(error)}</Text>
      {left === null ? null : (
        <Text size="sm" aria-live="off">
          {retry ? t("ui.retryIn", { count: left }) : t("ui.waitFor", { count: left })}
        </Text>
      )}
      <Group gap="xs" mt={retry || "request_id" in failure ? "xs" : 0}>
        {retry ? (
          <Button size="compact-sm" variant="light" color="red" onClick={retry}>
            {left === null ? t("ui.retry") : t("ui.retryNow")}
          </Button>
        ) : null}
        {"request_id" in failure ? (
          <CopyButton value={failure.request_id}>
            {({ copied, copy }) => (
              <Button size="compact-xs" variant="subtle" color="gray" onClick={copy} title={t("ui.copyId")}>
                {copied ? t("ui.copied") : t("ui.requestId", { id: failure.request_id.slice(0, 13) })}
              </Button>
            )}
          </CopyButton>
        ) : null}
      </Group>
    </Alert>
  );
}
