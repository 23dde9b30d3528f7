import { inside, isDay, overlap, type Span, whole } from "./calendar";

/** A period as it stands in a form; the weight is what somebody typed. */
export type PeriodFields = Span & { name: string; weight: string };

type Words =
  | { word: "required" | "order" | "repeated" | "weightWrong" }
  | { word: "outside"; from: string; to: string }
  | { word: "overlaps"; name: string };

export type PeriodFaults = Partial<Record<keyof PeriodFields, Words>>;

/** A weight with a comma or a point; none when nothing was typed, NaN when it is no weight. */
export function weightOf(typed: string): number | null {
  const text = typed.trim().replace("%", "").trim().replace(",", ".");
  if (text === "") return null;
  const value = /^\d{1,3}(\.\d{1,2})?$/.test(text) ? Number(text) : Number.NaN;
  return value <= 100 ? value : Number.NaN;
}

/** What the service would refuse of a period, at its field. */
export function periodFaults(
  period: PeriodFields,
  year: Span,
  others: readonly (Span & { name: string })[],
): PeriodFaults {
  const faults: PeriodFaults = {};
  const name = period.name.trim();
  if (!name) faults.name = { word: "required" };
  else if (others.some((other) => other.name.trim() === name)) faults.name = { word: "repeated" };
  if (Number.isNaN(weightOf(period.weight))) faults.weight = { word: "weightWrong" };
  if (!isDay(period.starts_on)) faults.starts_on = { word: "required" };
  if (!isDay(period.ends_on)) faults.ends_on = { word: "required" };
  if (faults.starts_on || faults.ends_on) return faults;
  return { ...faults, ...placeFaults(period, year, others) };
}

function placeFaults(period: Span, year: Span, others: readonly (Span & { name: string })[]): PeriodFaults {
  if (!whole(period)) return { ends_on: { word: "order" } };
  if (whole(year) && !inside(period, year)) {
    const field = period.starts_on < year.starts_on || period.starts_on > year.ends_on ? "starts_on" : "ends_on";
    return { [field]: { word: "outside", from: year.starts_on, to: year.ends_on } };
  }
  const crossed = others.find((other) => whole(other) && overlap(period, other));
  if (!crossed) return {};
  const field = period.starts_on >= crossed.starts_on ? "starts_on" : "ends_on";
  return { [field]: { word: "overlaps", name: crossed.name } };
}

/** The sum of the weights; none while a period has no weight. */
export function sumOf(typed: readonly (number | null)[]): number | null {
  if (typed.length === 0) return null;
  let sum = 0;
  for (const weight of typed) {
    if (weight === null || Number.isNaN(weight)) return null;
    sum += Math.round(weight * 100);
  }
  return sum / 100;
}
