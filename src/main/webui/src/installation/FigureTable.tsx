import { Code, Text } from "@mantine/core";
import { PlainTable } from "@/platform/ui/PlainTable";

type Props = {
  label: string;
  heads: readonly string[];
  rows: readonly (readonly string[])[];
  /** How many of the first columns are words; the others are numbers and stand to the right. */
  words?: number;
  /** Said when there is no row. */
  none?: string;
  /** The first column is a statement of the database. */
  code?: boolean;
};

/** A small table of words and numbers. */
export function FigureTable({ label, heads, rows, words = 1, none, code }: Props) {
  if (rows.length === 0) return none ? <Text size="sm">{none}</Text> : null;
  const side = (column: number) => (column < words ? undefined : "right");
  return (
    <PlainTable label={label}>
      <thead>
        <tr>
          {heads.map((head, column) => (
            <th key={head} data-align={side(column)}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.slice(0, Math.max(words, 2)).join(" ")}>
            {row.map((cell, column) => (
              <td key={heads[column]} data-align={side(column)}>
                {code && column === 0 ? (
                  <Code style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{cell}</Code>
                ) : (
                  cell
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
}
