import { Alert, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { IconCircleCheck, IconFileTypeCsv, IconFileTypeXls } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "@/platform/api/api";
import { FailureAlert } from "@/platform/ui/FailureAlert";
import { AnchorLink, ButtonLink } from "@/platform/ui/links";
import { Screen } from "@/platform/ui/Screen";
import { downloadOf } from "./download";
import { FileField } from "./FileField";
import { MailBanner } from "./MailBanner";
import { firstPeople } from "./personSearch";
import { StaffPreview } from "./StaffPreview";
import { type StaffImport, typeOf } from "./staffFile";
import { peopleChanged } from "./useMails";

type Chosen = { name: string; bytes: ArrayBuffer };

/** Invites the staff of a file: first what it would do, then all of them or none. */
export function StaffFile() {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [skip, setSkip] = useState(false);
  const key = useRef("");
  const look = api.useMutation("post", "/api/v1/admin/users/import");
  const run = api.useMutation("post", "/api/v1/admin/users/import", { onSuccess: peopleChanged });
  const preview: StaffImport | undefined = look.data;

  const request = ({ name, bytes }: Chosen, query: { dry_run?: boolean; skip_known: boolean }) => ({
    params: { query, header: query.dry_run ? {} : { "Idempotency-Key": key.current } },
    body: bytes as unknown as string,
    bodySerializer: (body: unknown) => body as BodyInit,
    headers: { "Content-Type": typeOf(name) },
  });
  const check = (file: Chosen, leaveOut: boolean) => {
    key.current = crypto.randomUUID();
    setChosen(file);
    setSkip(leaveOut);
    run.reset();
    look.mutate(request(file, { dry_run: true, skip_known: leaveOut }));
  };
  const again = () => {
    setChosen(null);
    look.reset();
    run.reset();
  };
  return (
    <Screen
      title={t("person.import.title")}
      lead={t("person.import.lead")}
      back={
        <AnchorLink to="/personas" search={firstPeople}>
          {t("person.back")}
        </AnchorLink>
      }
    >
      {run.data ? (
        <Stack>
          <Alert
            color="green"
            role="status"
            icon={<IconCircleCheck />}
            title={t("person.import.doneTitle", { count: run.data.imported })}
          >
            <Text size="sm">{t("person.import.doneText")}</Text>
          </Alert>
          <MailBanner />
          <Group>
            <Button variant="default" onClick={again}>
              {t("person.import.another")}
            </Button>
            <ButtonLink to="/personas" search={{ ...firstPeople, status: "invited" }}>
              {t("person.import.toList")}
            </ButtonLink>
          </Group>
        </Stack>
      ) : (
        <Paper withBorder p={{ base: "md", sm: "lg" }}>
          <Stack gap="lg">
            <Template />
            <FileField name={chosen?.name ?? null} busy={look.isPending} onChosen={(file) => check(file, skip)} />
            <FailureAlert error={look.error} {...(chosen ? { retry: () => check(chosen, skip) } : {})} />
            {preview && chosen ? (
              <StaffPreview
                preview={preview}
                skip={skip}
                onSkip={(leaveOut) => check(chosen, leaveOut)}
                busy={run.isPending}
                error={run.error}
                onConfirm={() => run.mutate(request(chosen, { skip_known: skip }))}
              />
            ) : null}
          </Stack>
        </Paper>
      )}
    </Screen>
  );
}

function Template() {
  const { t } = useTranslation();
  const [error, setError] = useState<unknown>(null);
  const get = (format: "csv" | "xlsx") => {
    setError(null);
    downloadOf(`/api/v1/admin/users/import/template.${format}`, `personal.${format}`).catch(setError);
  };
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {t("person.import.step1")}
      </Title>
      <Text size="sm" maw={720}>
        {t("person.import.step1Text")}
      </Text>
      <Group gap="xs">
        <Button variant="default" leftSection={<IconFileTypeXls size={18} />} onClick={() => get("xlsx")}>
          {t("person.import.xlsx")}
        </Button>
        <Button variant="default" leftSection={<IconFileTypeCsv size={18} />} onClick={() => get("csv")}>
          {t("person.import.csv")}
        </Button>
      </Group>
      <FailureAlert error={error} />
    </Stack>
  );
}
