import { Group, Stack, Title } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./Home.module.css";

type Props = { title: string; link?: ReactNode; children: ReactNode };

/** One thing of the home screen, with the way to all of it. */
export function Part({ title, link, children }: Props) {
  return (
    <Stack component="section" gap="sm" className={classes.part}>
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h5">
          {title}
        </Title>
        {link}
      </Group>
      {children}
    </Stack>
  );
}
