import i18next from "i18next";
import type { FormEvent } from "react";
import { day, number } from "@/platform/i18n/formats";

/** What an input says of itself, as the browser knows it. */
export type Checked = {
  type: string;
  value: string;
  required: boolean;
  min?: string;
  max?: string;
  validity: Pick<ValidityState, "valid" | "badInput" | "typeMismatch" | "rangeUnderflow" | "rangeOverflow">;
};

/**
 * What is wrong with an input, in the words of the page. The browser's own words come in the browser's language, one at a time.
 *
 * @returns null when nothing is, as far as the page knows
 */
export function faultOf({ type, value, required, min = "", max = "", validity }: Checked): string | null {
  const { t } = i18next;
  const bound = (limit: string) => (type === "date" ? day(limit) : number(Number(limit)));
  if (validity.badInput) return t(type === "date" ? "ui.fault.noDate" : "ui.fault.noNumber");
  if (required && !value.trim()) return t("ui.fault.missing");
  if (validity.typeMismatch) return t(type === "email" ? "ui.fault.noEmail" : "ui.fault.wrong");
  if (validity.rangeUnderflow)
    return t(type === "date" ? "ui.fault.tooEarly" : "ui.fault.tooSmall", { min: bound(min) });
  if (validity.rangeOverflow) return t(type === "date" ? "ui.fault.tooLate" : "ui.fault.tooLarge", { max: bound(max) });
  return validity.valid ? null : t("ui.fault.wrong");
}

/** What is wrong in a form, by the path of each field. Its inputs say by their attributes what they take. */
export function faultsOf(form: HTMLFormElement): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const input of form.elements) {
    const path = input instanceof HTMLElement ? input.dataset.path : undefined;
    if (!path || !("validity" in input)) continue;
    const fault = faultOf(input as unknown as Checked);
    if (fault) faults[path] = fault;
  }
  return faults;
}

/** Where the inputs of a form are looked for: a dialog may have a field of the same name as the page below it. */
export type Scope = Pick<ParentNode, "querySelectorAll">;

export const inputAt = (scope: Scope, path: string) =>
  [...scope.querySelectorAll<HTMLElement>("[data-path]")].find(({ dataset }) => dataset.path === path);

/** A form that shows faults at its fields. */
type Marked = { setErrors: (errors: Record<string, string>) => void };

/** Writes each fault at its field and moves the focus to the first of them on the screen. */
export function mark(form: Marked, faults: Record<string, string>, scope: Scope) {
  form.setErrors(faults);
  const inputs = [...scope.querySelectorAll<HTMLElement>("[data-path]")];
  inputs.find(({ dataset }) => dataset.path && dataset.path in faults)?.focus();
}

/** The `onSubmit` of a form with `noValidate`: goes on when no input has a fault, and else tells each at its field. */
export const checked =
  (form: Marked, then: (event: FormEvent<HTMLFormElement>) => unknown) => (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const faults = faultsOf(event.currentTarget);
    if (Object.keys(faults).length === 0) then(event);
    else mark(form, faults, event.currentTarget);
  };
