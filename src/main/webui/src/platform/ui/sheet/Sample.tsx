import { useTranslation } from "react-i18next";
import { day } from "@/platform/i18n/formats";
import { PlainTable } from "@/platform/ui/PlainTable";

type Props = {
  rows: readonly { row: number; cells: Readonly<Record<string, string>> }[];
  /** The columns in the order of the file. */
  fields: readonly string[];
  nameOf: (field: string) => string;
};

/** A day that was understood stands there as the page writes days. */
const shown = (cell: string) => (/^\d{4}-\d\d-\d\d$/.test(cell) ? day(cell) : cell);

/** The first rows of a file as they were read. */
export function Sample({ rows, fields, nameOf }: Props) {
  const { t } = useTranslation();
  return (
    <PlainTable label={t("sheet.sample")}>
      <thead>
        <tr>
          <th>{t("sheet.faultRow")}</th>
          {fields.map((field) => (
            <th key={field}>{nameOf(field)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, cells }) => (
          <tr key={row}>
            <td>{row}</td>
            {fields.map((field) => (
              <td key={field}>{shown(cells[field] ?? "")}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
}
