import { type UseFormReturnType, useForm } from "@mantine/form";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { failureOf, type Violation } from "@/platform/api/problem";
import { checked, inputAt, mark, type Scope } from "./checks";
import { changes, type Values } from "./merge";
import { placeOf } from "./place";
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

  const save = async (values: V, scope: Scope = document.activeElement?.closest("form") ?? document) => {
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
      setError(show(problem, form, words, scope) ? null : problem);
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };
  const submit = checked(form, (event) => save(form.getValues(), event.currentTarget));
  return { form, error, busy, unsaved, submit, save, saveLabel: t("ui.save") };
}

/** Marks the violations that have an input. False when one has none, which is then told above the form. */
function show<V extends Values>(
  error: unknown,
  form: UseFormReturnType<V>,
  words: (violation: Violation) => string,
  scope: Scope,
): boolean {
  const { violations } = failureOf(error);
  const values = form.getValues();
  const faults: Record<string, string> = {};
  for (const violation of violations) {
    const place = placeOf(values, violation.field);
    if (place && isShown(values, place, scope)) faults[place] = words(violation);
  }
  mark(form, faults, scope);
  return violations.length > 0 && violations.every(({ field }) => (placeOf(values, field) ?? "") in faults);
}

/** Whether the input is on the screen; one that holds a list has no node of its own. */
function isShown(values: Values, place: string, scope: Scope): boolean {
  const value = place.split(".").reduce<unknown>((all, step) => (all as Values)[step], values);
  return Array.isArray(value) || inputAt(scope, place) !== undefined;
}
