import "./words";
import { Button, Group, Paper, Skeleton, Stack, Text, Textarea, TextInput, Title } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, outdated, queries } from "@/platform/api/api";
import { number } from "@/platform/i18n/formats";
import { FailureAlert } from "@/platform/ui/FailureAlert";
import { UnsavedGuard } from "@/platform/ui/form/UnsavedGuard";
import { useRowForm } from "@/platform/ui/form/useRowForm";
import { done } from "@/platform/ui/notify";
import classes from "./SettingsForm.module.css";
import { isColor, type OwnSchool, settingsOf, settingsPatch } from "./settings";

const ADDRESS = "/api/v1/schools/me";

/** What the school tells of itself, and what it tells people about their data. */
export function Settings() {
  const [saved, setSaved] = useState(0);
  const query = api.useQuery("get", ADDRESS);
  if (query.error && !query.data) return <FailureAlert error={query.error} retry={query.refetch} />;
  if (!query.data) return <Skeleton h={420} aria-busy />;
  return (
    <Stack gap="lg">
      <Identity school={query.data} />
      <SettingsForm key={saved} school={query.data} onSaved={() => setSaved(saved + 1)} />
    </Stack>
  );
}

function Identity({ school }: { school: OwnSchool }) {
  const { t } = useTranslation();
  const rows = [
    ["name", school.name],
    ["nit", school.nit],
    ["resolution", school.resolution],
  ] as const;
  return (
    <Paper withBorder p={{ base: "md", sm: "lg" }}>
      <Title order={2} size="h4">
        {t("school.settings.identity")}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t("school.settings.identityHint")}
      </Text>
      <dl className={classes.facts}>
        {rows.map(([field, value]) => (
          <div key={field}>
            <dt>{t(`school.settings.${field}`)}</dt>
            <dd>{value ?? t("ui.none")}</dd>
          </div>
        ))}
      </dl>
    </Paper>
  );
}

function SettingsForm({ school, onSaved }: { school: OwnSchool; onSaved: () => void }) {
  const { t } = useTranslation();
  const branding = useRef(school.branding_settings);
  const update = api.useMutation("patch", "/api/v1/schools/me/settings");
  const labels = {
    pei_summary: t("school.settings.pei_summary"),
    habeas_data_text: t("school.settings.habeas_data_text"),
    primary_color: t("school.settings.primary_color"),
  };
  const server = useRowForm({
    row: school,
    values: settingsOf,
    read: async () => {
      const now = await queries.fetchQuery(api.queryOptions("get", ADDRESS, {}, { staleTime: 0 }));
      branding.current = now.branding_settings;
      return now;
    },
    write: (changed, version) => update.mutateAsync({ body: { ...settingsPatch(changed, branding.current), version } }),
    saved: async () => {
      await outdated("/schools/me");
      done(t("school.settings.saved"));
      onSaved();
    },
    labels,
    show: (_, value) => String(value || t("school.settings.empty")),
  });
  const { form } = server;
  const submit = form.onSubmit((values) => {
    if (isColor(values.primary_color)) return server.save(values);
    form.setFieldError("primary_color", t("school.settings.colorWrong"));
    form.getInputNode("primary_color")?.focus();
  });
  return (
    <form onSubmit={submit} noValidate>
      <UnsavedGuard unsaved={server.unsaved} />
      {server.conflict}
      <Paper withBorder p={{ base: "md", sm: "lg" }}>
        <Stack>
          <FailureAlert error={server.error} />
          <Textarea
            label={labels.pei_summary}
            description={t("school.settings.peiHint")}
            rows={5}
            maxLength={10_000}
            key={form.key("pei_summary")}
            {...form.getInputProps("pei_summary")}
          />
          <Textarea
            label={labels.habeas_data_text}
            description={t("school.settings.habeasHint")}
            rows={8}
            maxLength={20_000}
            key={form.key("habeas_data_text")}
            {...form.getInputProps("habeas_data_text")}
          />
          <Length text={form.getValues().habeas_data_text} most={20_000} />
          <TextInput
            label={labels.primary_color}
            description={t("school.settings.colorHint")}
            maxLength={7}
            maw={280}
            autoComplete="off"
            spellCheck={false}
            leftSection={<Swatch color={form.getValues().primary_color} />}
            key={form.key("primary_color")}
            {...form.getInputProps("primary_color")}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={server.busy}>
              {t("ui.save")}
            </Button>
          </Group>
        </Stack>
      </Paper>
    </form>
  );
}

/** Told only where the end is near. */
function Length({ text, most }: { text: string; most: number }) {
  const { t } = useTranslation();
  if (text.length < most * 0.9) return null;
  return (
    <Text size="xs" c="dimmed">
      {t("school.settings.length", { count: text.length, most: number(most) })}
    </Text>
  );
}

function Swatch({ color }: { color: string }) {
  return (
    <svg width={18} height={18} aria-hidden="true">
      <rect width={18} height={18} rx={4} fill={isColor(color) && color ? color : "none"} stroke="currentColor" />
    </svg>
  );
}
