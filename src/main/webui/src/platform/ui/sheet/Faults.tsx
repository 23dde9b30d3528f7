import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Violation } from "@/platform/api/problem";
import { violationWords } from "@/platform/ui/form/violations";
import { PlainTable } from "@/platform/ui/PlainTable";
import { rowOf } from "./row";

type Props = {
  label: string;
  faults: readonly Violation[];
  /** Faults that the answer does not carry. */
  more: number;
  nameOf: (field: string) => string;
};

/** What is wrong in a file, by row and column, so that whoever wrote it finds the cell. */
export function Faults({ label, faults, more, nameOf }: Props) {
  const { t } = useTranslation();
  return (
    <>
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
            <tr key={`${fault.in} ${fault.field} ${fault.message}`}>
              <td>{rowOf(fault) ?? t("sheet.wholeFile")}</td>
              <td>
                {rowOf(fault) === null && fault.field === "file"
                  ? null
                  : fault.field
                    ? nameOf(fault.field)
                    : t("sheet.wholeRow")}
              </td>
              <td>{violationWords(fault)}</td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
      {more > 0 ? (
        <Text size="sm" c="dimmed">
          {t("sheet.moreFaults", { count: more })}
        </Text>
      ) : null}
    </>
  );
}
