import "./words";
import { Alert, Button, Group, NativeSelect, Paper, Skeleton, Stack, Text, TextInput, Title } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "@/platform/api/api";
import { FailureAlert } from "@/platform/ui/FailureAlert";
import { UnsavedGuard } from "@/platform/ui/form/UnsavedGuard";
import { ButtonLink } from "@/platform/ui/links";
import { done } from "@/platform/ui/notify";
import { reasonOf, usePeriodWords } from "./faultWords";
import { PeriodRows } from "./PeriodRows";
import type { PeriodFields } from "./periodFaults";
import { useYearCreation } from "./useYearCreation";
import { YearBar } from "./YearBar";
import {
  draftFaults,
  faultless,
  firstDraft,
  MOST,
  propose,
  USUAL,
  type YearDraft,
  type YearFields,
  yearFaults,
} from "./yearDraft";

const today = () => new Date().toLocaleDateString("en-CA");

/** Creates a year together with the periods that the page proposes. */
export function NewYear() {
  const { t } = useTranslation();
  const query = api.useQuery("get", "/api/v1/schools/me/years", { params: { query: { page_size: 200 } } });
  const ordinal = useOrdinal();
  if (query.error && !query.data) return <FailureAlert error={query.error} retry={query.refetch} />;
  if (!query.data) return <Skeleton h={400} aria-busy aria-label={t("ui.loading")} />;
  return <DraftForm first={firstDraft(query.data.items, today(), ordinal)} />;
}

function useOrdinal() {
  const { t } = useTranslation();
  return (place: number) => t(`school.period.ordinal.p${(place + 1) as 1 | 2 | 3 | 4 | 5 | 6}`);
}

function DraftForm({ first }: { first: YearDraft }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const ordinal = useOrdinal();
  const periodWords = usePeriodWords();
  const [start] = useState(first);
  const [draft, setDraft] = useState(start);
  const [count, setCount] = useState(USUAL);
  /** Periods follow the year's dates until somebody writes one. */
  const [own, setOwn] = useState(false);
  const [shown, setShown] = useState(false);
  const [taken, setTaken] = useState<string | null>(null);
  const finished = useRef(false);
  const form = useRef<HTMLFormElement>(null);
  const creation = useYearCreation();

  const setYear = (change: Partial<YearFields>) => {
    const next = { ...draft, ...change };
    setDraft(own ? next : { ...next, periods: propose(next, count, ordinal) });
  };
  const divideAgain = (wanted: number) => {
    setCount(wanted);
    setOwn(false);
    setDraft({ ...draft, periods: propose(draft, wanted, ordinal) });
  };
  const setPeriods = (periods: PeriodFields[]) => {
    setOwn(true);
    setDraft({ ...draft, periods });
  };
  const faults = yearFaults(draft);
  const isTaken = taken !== null && taken === draft.name.trim();
  const wrong = (field: keyof YearFields) => {
    if (field === "name" && isTaken) return t("school.fault.nameTaken");
    const word = shown ? faults[field] : undefined;
    return word ? t(`school.fault.${word}`) : undefined;
  };
  const save = async () => {
    setShown(true);
    if (!faultless(draft)) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
      return;
    }
    const year = await creation.create(draft).catch((error: unknown) => {
      if (reasonOf(error) === "year.name_taken") setTaken(draft.name.trim());
      return null;
    });
    if (!year) return;
    finished.current = true;
    done(t("school.year.created", { name: year.name }));
    navigate({ to: "/colegio/anios/$yearId", params: { yearId: year.id } });
  };
  const field = (name: keyof YearFields) => ({
    label: t(`school.year.${name}`),
    value: draft[name],
    required: true,
    disabled: creation.year !== null,
    error: wrong(name),
    onChange: (event: { currentTarget: { value: string } }) => setYear({ [name]: event.currentTarget.value }),
  });
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!creation.busy) save();
      }}
    >
      <UnsavedGuard
        unsaved={() => !finished.current && (creation.year !== null || JSON.stringify(draft) !== JSON.stringify(start))}
      />
      <Paper withBorder p={{ base: "md", sm: "lg" }}>
        <Stack>
          <div>
            <Title order={2} size="h4">
              {t("school.year.newTitle")}
            </Title>
            <Text size="sm" c="dimmed">
              {t("school.year.newLead")}
            </Text>
          </div>
          {creation.year && creation.error ? <Alert color="yellow">{t("school.year.half")}</Alert> : null}
          {isTaken ? null : <FailureAlert error={creation.error} />}
          <Group align="flex-start" gap="sm">
            <TextInput
              {...field("name")}
              description={t("school.year.nameHint")}
              inputWrapperOrder={["label", "input", "error", "description"]}
              maxLength={30}
              miw={260}
            />
            <TextInput {...field("starts_on")} type="date" />
            <TextInput {...field("ends_on")} type="date" />
          </Group>
          <Group justify="space-between" align="flex-end">
            <div>
              <Title order={3} size="h5">
                {t("school.year.proposal")}
              </Title>
              <Text size="sm" c="dimmed">
                {t("school.year.proposalHint")}
              </Text>
            </div>
            <Group gap="xs" align="flex-end">
              <NativeSelect
                label={t("school.year.count")}
                value={String(count)}
                disabled={creation.year !== null}
                onChange={(event) => divideAgain(Number(event.currentTarget.value))}
                data={Array.from({ length: MOST + 1 }, (_, value) => ({
                  value: String(value),
                  label: value === 0 ? t("school.year.none") : String(value),
                }))}
              />
              {own && creation.year === null ? (
                <Button variant="default" onClick={() => divideAgain(count)}>
                  {t("school.year.propose")}
                </Button>
              ) : null}
            </Group>
          </Group>
          <YearBar year={draft} periods={draft.periods} />
          <PeriodRows
            periods={draft.periods}
            faults={shown || own ? draftFaults(draft).map(periodWords) : []}
            onChange={setPeriods}
          />
          <Group justify="flex-end">
            <ButtonLink to="/colegio/anios" search={{ page: 1 }} variant="default">
              {t("ui.cancel")}
            </ButtonLink>
            <Button type="submit" loading={creation.busy}>
              {t("school.year.create")}
            </Button>
          </Group>
        </Stack>
      </Paper>
    </form>
  );
}
