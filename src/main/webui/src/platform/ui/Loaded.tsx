import { Skeleton, Stack, VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./DataList.module.css";
import { FailureAlert } from "./FailureAlert";

type Props<Row> = {
  query: { data: Row | undefined; error: unknown; refetch: () => unknown };
  /** The way back, for a row that is not there. */
  back?: ReactNode;
  children: (row: Row) => ReactNode;
};

/** What is drawn once a row has been read. A row that was removed meanwhile is told; a failed refresh leaves the row on the screen. */
export function Loaded<Row>({ query, back, children }: Props<Row>) {
  const { t } = useTranslation();
  if (query.error && (!query.data || isGone(query.error))) {
    return (
      <Stack align="flex-start" maw={640}>
        <FailureAlert error={query.error} retry={query.refetch} />
        {back}
      </Stack>
    );
  }
  if (query.data === undefined) {
    return (
      <Stack className={classes.waiting} aria-busy>
        <VisuallyHidden>{t("ui.loading")}</VisuallyHidden>
        <Skeleton h={36} maw={360} />
        <Skeleton h={160} />
        <Skeleton h={160} />
      </Stack>
    );
  }
  return <>{children(query.data)}</>;
}

const isGone = (error: unknown) => (error as { status?: number }).status === 404;
