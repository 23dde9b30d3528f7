import { useRef, useState } from "react";
import { isProblem } from "@/platform/api/problem";
import type { paths } from "@/platform/api/schema";
import { upload } from "@/platform/api/upload";
import type { SheetFile } from "./sheetFile";

/** What every answer to a file has. */
type Tried = { rows: number; faulty_rows: number };

type Options = {
  /** Called after an import, so that lists read again. */
  imported?: () => unknown;
};

export type Importing<A> =
  | { at: "empty" }
  | { at: "trying"; file: SheetFile; share: number }
  /** The file could not be tried; a problem says why. */
  | { at: "refused"; file: SheetFile; error: unknown }
  | { at: "tried"; file: SheetFile; tried: A; error?: unknown }
  | { at: "sending"; file: SheetFile; tried: A; share: number }
  | { at: "done"; file: SheetFile; imported: A };

/**
 * Tries a file at the service, and imports the same bytes when somebody says so. One request is on its way at a time. A request whose
 * answer was lost is repeated with the same key, so that nothing is imported twice.
 */
export function useImporting<A extends Tried>(address: keyof paths, { imported }: Options = {}) {
  const [state, setState] = useState<Importing<A>>({ at: "empty" });
  const [skipKnown, setSkipKnown] = useState(false);
  const key = useRef("");
  const run = useRef(0);
  const sending = useRef(false);

  const send = (file: SheetFile, dry: boolean, skip: boolean, onProgress: (share: number) => void) =>
    upload<A>({
      address,
      query: { dry_run: dry, skip_known: skip },
      body: file.body,
      ...(dry ? {} : { idempotencyKey: key.current }),
      onProgress,
    });

  const attempt = async (file: SheetFile, skip = skipKnown, error?: unknown) => {
    run.current += 1;
    const mine = run.current;
    // An answer to a file that was put away meanwhile is dropped.
    const show = (next: Importing<A>) => mine === run.current && setState(next);
    key.current = crypto.randomUUID();
    show({ at: "trying", file, share: 0 });
    try {
      const tried = await send(file, true, skip, (share) => show({ at: "trying", file, share }));
      show({ at: "tried", file, tried, ...(error ? { error } : {}) });
    } catch (failure) {
      show({ at: "refused", file, error: failure });
    }
  };

  const carryOut = async () => {
    if (state.at !== "tried" || sending.current) return;
    sending.current = true;
    const { file, tried } = state;
    const show = (share: number) => setState({ at: "sending", file, tried, share });
    show(0);
    try {
      setState({ at: "done", file, imported: await send(file, false, skipKnown, show) });
      imported?.();
    } catch (failure) {
      if (isProblem(failure) && failure.status === 400) return attempt(file, skipKnown, "changed");
      if (isProblem(failure) && failure.code !== "idempotency.in_progress") key.current = crypto.randomUUID();
      setState({ at: "tried", file, tried, error: failure });
    } finally {
      sending.current = false;
    }
  };

  return {
    state,
    skipKnown,
    choose: (file: SheetFile) => attempt(file),
    again: () => ("file" in state ? attempt(state.file) : undefined),
    skip: (known: boolean) => {
      setSkipKnown(known);
      if ("file" in state) attempt(state.file, known);
    },
    carryOut,
    clear: () => {
      run.current += 1;
      setState({ at: "empty" });
    },
  };
}
