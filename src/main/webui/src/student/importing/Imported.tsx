import "./words";
import { Alert, Button, Group, Stack } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "@/platform/ui/links";
import { Notes } from "./Preview";
import type { Answer } from "./StudentImport";
import { TakeBack } from "./TakeBack";

type Props = { answer: Answer; onAnother: () => void };

/** What was imported, and the way back. */
export function Imported({ answer, onAnother }: Props) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const [takenBack, setTakenBack] = useState(false);
  const result = useRef<HTMLDivElement>(null);
  useEffect(() => {
    result.current?.focus();
  }, []);
  return (
    <Stack gap="lg">
      <Alert
        ref={result}
        tabIndex={-1}
        role="status"
        color={takenBack ? "gray" : "green"}
        icon={<IconCircleCheck />}
        title={takenBack ? t("importing.takenBack") : t("importing.doneTitle", { count: answer.imported })}
      >
        {takenBack
          ? null
          : [
              answer.new_guardians ? t("importing.addedGuardians", { count: answer.new_guardians }) : null,
              answer.known_guardians ? t("importing.linkedGuardians", { count: answer.known_guardians }) : null,
            ]
              .filter(Boolean)
              .join(" ")}
      </Alert>
      <Group gap="xs">
        <ButtonLink to="/estudiantes">{t("importing.seeStudents")}</ButtonLink>
        <Button variant="default" onClick={onAnother}>
          {t("importing.importMore")}
        </Button>
        {answer.id && !takenBack ? (
          <Button variant="subtle" color="red" onClick={() => setAsked(true)}>
            {t("importing.takeBack")}
          </Button>
        ) : null}
      </Group>
      {takenBack ? null : <Notes tried={answer} />}
      {answer.id && asked ? (
        <TakeBack
          id={answer.id}
          students={answer.imported}
          onClose={() => setAsked(false)}
          onDone={() => setTakenBack(true)}
        />
      ) : null}
    </Stack>
  );
}
