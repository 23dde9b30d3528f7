import { type ReactNode, useState } from "react";
import { failureOf } from "@/platform/api/problem";
import { Conflict } from "./Conflict";
import { type Clash, changes, merge, type Values } from "./merge";
import { useServerForm } from "./useServerForm";

type Options<Row extends { version: number }, V extends Values> = {
  /** What the form starts with; a later answer never overwrites what somebody types. */
  row: Row;
  /** The fields of the form out of a row. */
  values: (row: Row) => V;
  /** Reads the row anew. */
  read: () => Promise<Row>;
  /** Writes the fields that differ from the row of that version. */
  write: (changed: Partial<V>, version: number) => Promise<unknown>;
  saved?: () => unknown;
  /** Takes over a failure that the form cannot show; true when it did. */
  failed?: (error: unknown, values: V) => boolean | Promise<boolean>;
  /** The names of the fields, and a value as the form shows it: for the case that two people change the same field. */
  labels: Record<keyof V & string, string>;
  show?: (field: keyof V & string, value: unknown) => string;
};

type Question<V extends Values> = {
  clashes: Clash<V>[];
  answer: (mine: (keyof V & string)[]) => void;
  leave: () => void;
};

/**
 * A form for a row that somebody else may change meanwhile. What nobody disputes is brought together and saved; what both changed is
 * asked. `conflict` has to stand on the screen.
 */
export function useRowForm<Row extends { version: number }, V extends Values>(options: Options<Row, V>) {
  const { row, values, read, write, labels, show = (_, value) => String(value ?? "") } = options;
  const [first] = useState(row);
  const [question, setQuestion] = useState<Question<V> | null>(null);

  /** What stays of the fields that both changed. Leaving the question ends the saving with the refusal. */
  const choose = (clashes: Clash<V>[], merged: V, refusal: unknown) =>
    new Promise<V>((chosen, refused) => {
      const close = () => setQuestion(null);
      setQuestion({
        clashes,
        answer: (mine) => {
          close();
          const kept = clashes.filter(({ field }) => mine.includes(field)).map((clash) => [clash.field, clash.mine]);
          chosen({ ...merged, ...Object.fromEntries(kept) });
        },
        leave: () => {
          close();
          refused(refusal);
        },
      });
    });

  const send = async (mine: V) => {
    let base = first;
    let wanted = mine;
    for (;;) {
      const changed = changes(values(base), wanted);
      if (Object.keys(changed).length === 0) return;
      try {
        await write(changed, base.version);
        return;
      } catch (error) {
        if (failureOf(error).code !== "resource.stale") throw error;
        const now = await read();
        const { merged, clashes } = merge(values(base), wanted, values(now));
        wanted = clashes.length > 0 ? await choose(clashes, merged, error) : merged;
        base = now;
      }
    }
  };

  const server = useServerForm<V>({
    initial: values(first),
    send,
    ...(options.saved ? { saved: options.saved } : {}),
    ...(options.failed ? { failed: options.failed } : {}),
  });
  const conflict: ReactNode = question ? (
    <Conflict
      clashes={question.clashes}
      labels={labels}
      show={show}
      onChosen={question.answer}
      onClose={question.leave}
    />
  ) : null;
  return { ...server, conflict };
}
