import { Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import type { Violation } from "@/platform/api/problem";
import { violationWords } from "@/platform/ui/form/violations";
import { PlainTable } from "@/platform/ui/PlainTable";
import classes from "./Faults.module.css";
import { rowOf } from "./row";

type Props = {
  label: string;
  faults: readonly Violation[];
  /** Faults that the answer does not carry. */
  more: number;
  nameOf: (field: string) => string;
};

/** What is wrong in a file, by row and column, so that whoever wrote it finds the cell: a table, or cards on a phone. */
export function Faults({ label, faults, more, nameOf }: Props) {
  const { t } = useTranslation();
  const phone = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  const column = (fault: Violation) => {
    if (rowOf(fault) === null && fault.field === "file") return null;
    return fault.field ? nameOf(fault.field) : t("sheet.wholeRow");
  };
  const place = (fault: Violation) => {
    const row = rowOf(fault);
    return [row === null ? t("sheet.wholeFile") : t("sheet.row", { row }), column(fault)].filter(Boolean).join(" · ");
  };
  const key = (fault: Violation) => `${fault.in} ${fault.field} ${fault.message}`;
  return (
    <>
      {phone ? (
        <ul className={classes.cards} aria-label={label}>
          {faults.map((fault) => (
            <li key={key(fault)}>
              <Text size="sm" fw={600}>
                {place(fault)}
              </Text>
              <Text size="sm">{violationWords(fault)}</Text>
            </li>
          ))}
        </ul>
      ) : (
        <PlainTable label={label}>
          <thead>
            <tr>
              <th>{t("sheet.faultRow")}</th>
              <th>{t("sheet.faultColumn")}</th>
              <th>{t("sheet.faultText")}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map((fault) => (
              <tr key={key(fault)}>
                <td>{rowOf(fault) ?? t("sheet.wholeFile")}</td>
                <td>{column(fault)}</td>
                <td>{violationWords(fault)}</td>
              </tr>
            ))}
          </tbody>
        </PlainTable>
      )}
      {more > 0 ? (
        <Text size="sm" c="dimmed">
          {t("sheet.moreFaults", { count: more })}
        </Text>
      ) : null}
    </>
  );
}
