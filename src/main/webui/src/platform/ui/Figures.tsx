import { Group, Text } from "@mantine/core";
import { number } from "@/platform/i18n/formats";
import classes from "./Figures.module.css";

export type Figure = { value: number; label: string; kind?: "bad" | "good" };

/** Few large numbers in a row. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <Group component="ul" gap="sm" className={classes.figures}>
      {figures.map(({ value, label, kind }) => (
        <li key={label} className={classes.figure} data-kind={kind}>
          <Text fz={28} fw={700} lh={1.1}>
            {number(value)}
          </Text>
          <Text size="sm">{label}</Text>
        </li>
      ))}
    </Group>
  );
}
