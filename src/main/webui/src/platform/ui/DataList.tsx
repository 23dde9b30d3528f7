import {
  Box,
  Button,
  Card,
  Group,
  Pagination,
  Skeleton,
  Stack,
  Text,
  UnstyledButton,
  VisuallyHidden,
} from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { number } from "@/platform/i18n/formats";
import classes from "./DataList.module.css";
import { Empty } from "./Empty";
import { FailureAlert } from "./FailureAlert";
import { PAGE_SIZE } from "./list";
import { PlainTable } from "./PlainTable";

export type Column<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The field by which the API sorts; without one the column does not sort. */
  sort?: string;
  /** The first column names the row and is its heading on a phone; others may leave the phone out. */
  phone?: "heading" | "line" | "hidden";
  align?: "right";
};

type Answer<Row> = { items: readonly Row[]; total: number };

type Props<Row> = {
  label: string;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  query: {
    data: Answer<Row> | undefined;
    error: unknown;
    isPending: boolean;
    isPlaceholderData: boolean;
    refetch: () => unknown;
  };
  page: number;
  sort?: string;
  onPage: (page: number) => void;
  onSort?: (sort: string) => void;
  /** Shown when there is no row: why, and the first step. */
  empty: ReactNode;
};

/** A page of rows: a table, or cards on a phone. While the next page comes the old one stays, dimmed. */
export function DataList<Row>(props: Props<Row>) {
  const { query, page, onPage, empty } = props;
  const { t } = useTranslation();
  const phone = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  if (query.error && !query.data) return <FailureAlert error={query.error} retry={query.refetch} />;
  if (query.isPending || !query.data) return <Waiting />;
  const { items, total } = query.data;
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  if (total === 0) return <>{empty}</>;
  // An old address, or a list that has become shorter.
  if (items.length === 0 && page > pages && !query.isPlaceholderData) {
    return (
      <Empty title={t("ui.noSuchPage", { page: number(page) })} hint={t("ui.rowsInAll", { count: total })}>
        <Button onClick={() => onPage(pages)}>{t("ui.lastPage")}</Button>
      </Empty>
    );
  }
  const from = (page - 1) * PAGE_SIZE + 1;
  return (
    <Stack gap="sm">
      {query.error ? <FailureAlert error={query.error} retry={query.refetch} /> : null}
      <Box className={classes.rows} data-old={query.isPlaceholderData || undefined} aria-busy={query.isPlaceholderData}>
        {phone ? <Cards {...props} items={items} /> : <Rows {...props} items={items} />}
      </Box>
      <Group justify="space-between" className="no-print">
        <Text size="sm" c="dimmed" aria-live="polite">
          {t("ui.rows", { from: number(from), to: number(from + items.length - 1), total: number(total) })}
        </Text>
        {pages > 1 ? (
          <Pagination
            total={pages}
            value={page}
            onChange={onPage}
            size={phone ? "md" : "sm"}
            siblings={phone ? 0 : 1}
            aria-label={t("ui.pages")}
            getItemProps={(item) => ({ "aria-label": t("ui.page", { page: number(item), pages: number(pages) }) })}
            getControlProps={(control) => ({
              "aria-label": control === "previous" ? t("ui.previous") : t("ui.next"),
            })}
          />
        ) : null}
      </Group>
    </Stack>
  );
}

/** Nothing for a moment, so that fast answers do not flicker; then the shape of the rows. */
function Waiting() {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" className={classes.waiting} aria-busy>
      <VisuallyHidden>{t("ui.loading")}</VisuallyHidden>
      {Array.from({ length: 8 }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all the same and never move
        <Skeleton key={row} h={36} />
      ))}
    </Stack>
  );
}

type Drawn<Row> = Props<Row> & { items: readonly Row[] };

function Rows<Row>({ label, columns, rowKey, items, sort, onSort }: Drawn<Row>) {
  return (
    <PlainTable label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <Head key={column.id} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <td key={column.id} data-align={column.align}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
}

type HeadProps<Row> = { column: Column<Row>; sort: string | undefined; onSort: ((sort: string) => void) | undefined };

function Head<Row>({ column, sort, onSort }: HeadProps<Row>) {
  const { t } = useTranslation();
  if (!column.sort || !onSort) {
    return <th data-align={column.align}>{column.header}</th>;
  }
  const field = column.sort;
  const direction = sort === field ? "ascending" : sort === `-${field}` ? "descending" : "none";
  const Arrow = direction === "ascending" ? IconArrowUp : direction === "descending" ? IconArrowDown : IconArrowsSort;
  return (
    <th aria-sort={direction}>
      <UnstyledButton
        className={classes.sort}
        onClick={() => onSort(direction === "ascending" ? `-${field}` : field)}
        title={t("ui.sortBy", { column: column.header })}
      >
        {column.header} <Arrow size={14} aria-hidden className={direction === "none" ? classes.unsorted : undefined} />
      </UnstyledButton>
    </th>
  );
}

function Cards<Row>({ label, columns, rowKey, items }: Drawn<Row>) {
  const [heading, ...others] = columns;
  return (
    <Stack gap="xs" component="ul" className={classes.cards} aria-label={label}>
      {items.map((row) => (
        <Card key={rowKey(row)} component="li" withBorder padding="sm">
          <Text fw={600} component="div">
            {heading?.cell(row)}
          </Text>
          {others
            .filter((column) => column.phone !== "hidden")
            .map((column) => (
              <Group key={column.id} gap="xs" wrap="nowrap" justify="space-between">
                <Text size="sm" c="dimmed" className={classes.name}>
                  {column.header}
                </Text>
                <Text size="sm" component="div" ta="right" className={classes.value}>
                  {column.cell(row)}
                </Text>
              </Group>
            ))}
        </Card>
      ))}
    </Stack>
  );
}
