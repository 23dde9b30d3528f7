import type { Values } from "./merge";

/** The path of a field in a form: the API's `guardians[0].phone` is `guardians.0.phone`. */
export const pathOf = (field: string) => field.replace(/\[(\d+)\]/g, ".$1");

/**
 * The input at which a violation of the API stands.
 *
 * @param values the values of the form, as deep as the body of the request
 * @param field the field that the API names, for example `restriction.to`, `guardians[0].phone` or `roles[1]`
 * @returns its path; of an entry of a list that one input holds, the path of the list; null when the form has no such input
 */
export function placeOf(values: Values, field: string): string | null {
  let value: unknown = values;
  const path: string[] = [];
  for (const step of pathOf(field).split(".")) {
    if (!isGroup(value)) break;
    if (!Object.hasOwn(value, step)) return null;
    value = value[step];
    path.push(step);
  }
  return isGroup(value) ? null : path.join(".");
}

/** Whether the value is a group of inputs rather than that of one; a list of words is the value of one. */
const isGroup = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && (!Array.isArray(value) || value.some(isGroup));
