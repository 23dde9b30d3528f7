import { divide, isDay, nextYear, type Span, weights } from "./calendar";
import { type PeriodFaults, type PeriodFields, periodFaults } from "./periodFaults";

/** A new year as it stands in the form. */
export type YearFields = Span & { name: string };
export type YearDraft = YearFields & { periods: PeriodFields[] };
export type YearFault = "required" | "order" | "nameTaken";
export type YearFaults = Partial<Record<keyof YearFields, YearFault>>;

export const USUAL = 4;
export const MOST = 6;

/** So many periods that divide the year, with equal weights. */
export function propose(year: Span, count: number, name: (place: number) => string): PeriodFields[] {
  const shares = count > 0 ? weights(count) : [];
  return divide(year, count).map((span, place) => ({
    ...span,
    name: name(place),
    weight: String(shares[place] ?? ""),
  }));
}

/** What a new year starts with: the one after the last, with the usual periods. */
export function firstDraft(known: readonly YearFields[], today: string, name: (place: number) => string): YearDraft {
  const year = nextYear(known, today);
  return { ...year, periods: propose(year, USUAL, name) };
}

export function yearFaults(year: YearFields): YearFaults {
  const faults: YearFaults = {};
  if (!year.name.trim()) faults.name = "required";
  if (!isDay(year.starts_on)) faults.starts_on = "required";
  if (!isDay(year.ends_on)) faults.ends_on = "required";
  else if (isDay(year.starts_on) && year.ends_on < year.starts_on) faults.ends_on = "order";
  return faults;
}

/** The faults of each period; that two of them overlap is told at both. */
export const draftFaults = ({ periods, ...year }: YearDraft): PeriodFaults[] =>
  periods.map((period, place) =>
    periodFaults(
      period,
      year,
      periods.filter((_, other) => other !== place),
    ),
  );

export const faultless = (draft: YearDraft) =>
  Object.keys(yearFaults(draft)).length === 0 && draftFaults(draft).every((one) => Object.keys(one).length === 0);

/** The periods that a change of the year would leave outside. */
export const leftOutside = <P extends Span>(year: Span, periods: readonly P[]) =>
  periods.filter(({ starts_on, ends_on }) => starts_on < year.starts_on || ends_on > year.ends_on);
