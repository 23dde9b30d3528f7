import { Alert, Stack } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { failureOf, isProblem } from "@/platform/api/problem";
import { FailureAlert } from "@/platform/ui/FailureAlert";
import { violationWords } from "@/platform/ui/form/violations";
import { Faults } from "./Faults";
import { Understood } from "./Understood";

type Props = {
  error: unknown;
  /** What is said of a file that could not be read at all. */
  title: string;
  /** What is to be done when the faults are in the columns and not in the file as a whole. */
  hint: string;
  /** The name of a field as people know it. */
  nameOf: (field: string) => string;
  again: () => void;
};

/** A file of which nothing could be tried: what the service says of it as a whole, of its columns, and what it understood. */
export function RefusedFile({ error, title, hint, nameOf, again }: Props) {
  const { t } = useTranslation();
  const { violations } = failureOf(error);
  if (!isProblem(error) || violations.length === 0) return <FailureAlert error={error} retry={again} />;
  const whole = violations.filter(({ field, in: place }) => place === "body" && field === "file");
  const others = violations.filter((fault) => !whole.includes(fault));
  return (
    <Stack gap="sm">
      <Alert
        role="alert"
        color="red"
        icon={<IconAlertTriangle />}
        title={whole.length ? title : t("sheet.headerTitle")}
      >
        {whole.length ? whole.map(violationWords).join(" ") : hint}
      </Alert>
      {others.length ? (
        <Faults label={t("sheet.faultsTitle")} faults={others} more={error.more_violations ?? 0} nameOf={nameOf} />
      ) : null}
      {error.understood ? <Understood file={error.understood} nameOf={nameOf} /> : null}
    </Stack>
  );
}
