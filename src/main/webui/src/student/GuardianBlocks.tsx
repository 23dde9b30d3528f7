import "./words";
import "./guardianWords";
import { ActionIcon, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useReducer } from "react";
import { useTranslation } from "react-i18next";
import { GuardianFields } from "./GuardianFields";
import { noGuardian } from "./guardianDraft";
import { inputsAt } from "./inputs";
import type { NewStudentValues } from "./studentValues";

/** More than anybody has, and what the service takes. */
const MOST = 20;

/** The guardians of a new student, one block each; one of them at most is the primary one. */
export function GuardianBlocks({ form }: { form: UseFormReturnType<NewStudentValues> }) {
  const { t } = useTranslation();
  const [, drawAnew] = useReducer((round: number) => round + 1, 0);
  const { guardians } = form.getValues();
  const add = () => {
    form.insertListItem("guardians", noGuardian(guardians.length === 0));
    drawAnew();
  };
  const remove = (place: number) => {
    form.removeListItem("guardians", place);
    drawAnew();
  };
  const onlyPrimary = (place: number) => {
    form.getValues().guardians.forEach((other, index) => {
      if (index !== place && other.is_primary) form.setFieldValue(`guardians.${index}.is_primary`, false as never);
    });
  };
  return (
    <Stack gap="md">
      <div>
        <Title order={2} size="h4">
          {t("student.form.guardians")}
        </Title>
        <Text size="sm" c="dimmed">
          {t("student.form.guardiansHint")}
        </Text>
      </div>
      {guardians.map((_, place) => (
        <Paper
          // biome-ignore lint/suspicious/noArrayIndexKey: with another number of blocks all are drawn anew, so that none shows what another knew
          key={`${guardians.length}.${place}`}
          withBorder
          p="md"
          m={0}
          component="fieldset"
          aria-label={t("guardian.one", { number: place + 1 })}
        >
          <Group justify="space-between" mb="sm">
            <Text fw={600} aria-hidden>
              {t("guardian.one", { number: place + 1 })}
            </Text>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={44}
              aria-label={`${t("guardian.remove")}: ${t("guardian.one", { number: place + 1 })}`}
              onClick={() => remove(place)}
            >
              <IconTrash size={20} />
            </ActionIcon>
          </Group>
          <GuardianFields
            inputs={inputsAt(form, `guardians.${place}.`)}
            optional
            onPrimary={() => onlyPrimary(place)}
          />
        </Paper>
      ))}
      {guardians.length < MOST ? (
        <Button
          variant="default"
          leftSection={<IconPlus size={18} />}
          onClick={add}
          style={{ alignSelf: "flex-start" }}
        >
          {t("guardian.add")}
        </Button>
      ) : null}
    </Stack>
  );
}
