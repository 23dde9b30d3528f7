import { type UseFormReturnType, useForm } from "@mantine/form";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { failureOf, type Violation } from "@/platform/api/problem";
import { changes, type Values } from "./merge";
import { useViolationWords } from "./violations";

type Options<V extends Values> = {
  /** What the form starts with. It is read once: an answer that comes later never overwrites what somebody types. */
  initial: V;
  /** Sends the fields that were changed, or all of them for a new row. Throws the problem of the API. */
  send: (values: V, changed: Partial<V>) => Promise<unknown>;
  /** Carried out after the form is saved; the form then counts as unchanged. */
  saved?: () => unknown;
  /** Takes over a failure that the form cannot show, such as a stale row; true when it did. */
  failed?: (error: unknown, values: V) => boolean | Promise<boolean>;
};

/** A form that the service checks: each violation stands at its field, everything else above the form. */
export function useServerForm<V extends Values>({ initial, send, saved, failed }: Options<V>) {
  const { t } = useTranslation();
  const words = useViolationWords();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const left = useRef(false);
  const sending = useRef(false);
  const form = useForm<V>({ mode: "uncontrolled", initialValues: initial });
  const unsaved = () => !left.current && Object.keys(changes(initial, form.getValues())).length > 0;

  const save = async (values: V) => {
    // A second click comes before the button is drawn as busy.
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    setError(null);
    try {
      await send(values, changes(initial, values));
      left.current = true;
      await saved?.();
    } catch (problem) {
      if (await failed?.(problem, values)) return;
      setError(show(problem, form, words) ? null : problem);
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };
  return { form, error, busy, unsaved, submit: form.onSubmit(save), save, saveLabel: t("ui.save") };
}

/** Writes each violation at its field and moves the focus to the first. False when one belongs to no field of the form. */
function show<V extends Values>(
  error: unknown,
  form: UseFormReturnType<V>,
  words: (violation: Violation) => string,
): boolean {
  const { violations } = failureOf(error);
  const fields = Object.keys(form.getValues());
  const known = violations.filter(({ field }) => fields.includes(pathOf(field).split(".")[0] ?? field));
  form.setErrors(Object.fromEntries(known.map((violation) => [pathOf(violation.field), words(violation)])));
  const first = known[0];
  if (first) form.getInputNode(pathOf(first.field))?.focus();
  return known.length > 0 && known.length === violations.length;
}

/** The place of a field in the form: the API's `guardians[0].phone` is `guardians.0.phone`. */
export const pathOf = (field: string) => field.replace(/\[(\d+)\]/g, ".$1");
