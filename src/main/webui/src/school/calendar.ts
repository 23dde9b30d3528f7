/** Days are texts, YYYY-MM-DD, so that no time zone moves them; they compare as texts. */
export type Span = { starts_on: string; ends_on: string };

const DAY = 86_400_000;

const at = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY;
const dayAt = (number: number) => new Date(number * DAY).toISOString().slice(0, 10);

/** Whether the text is a day of the calendar. */
export const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at(text)) && dayAt(at(text)) === text;

/** How many days a span has; its first and its last day count. */
export const length = ({ starts_on, ends_on }: Span) => at(ends_on) - at(starts_on) + 1;

export const whole = ({ starts_on, ends_on }: Span) => isDay(starts_on) && isDay(ends_on) && starts_on <= ends_on;

export const inside = (one: Span, year: Span) => one.starts_on >= year.starts_on && one.ends_on <= year.ends_on;

export const overlap = (one: Span, other: Span) => one.starts_on <= other.ends_on && other.starts_on <= one.ends_on;

/**
 * As many spans as wanted that divide the year. In a year that is long enough and starts on a Monday, each runs from a Monday to a
 * Friday; otherwise they follow each other without a gap.
 */
export function divide(year: Span, count: number): Span[] {
  if (!whole(year) || count < 1) return [];
  const days = length(year);
  if (days < count) return [];
  const first = at(year.starts_on);
  const unit = days >= count * 14 ? 7 : 1;
  const rest = unit === 7 && weekday(year.starts_on) === 1 ? 2 : 0;
  const edge = (place: number) =>
    place === 0 ? 0 : place === count ? days : Math.round((days * place) / count / unit) * unit;
  return Array.from({ length: count }, (_, place) => ({
    starts_on: dayAt(first + edge(place)),
    ends_on: place === count - 1 ? year.ends_on : dayAt(first + edge(place + 1) - 1 - rest),
  }));
}

/** The weights of so many periods: equal, in hundredths of a per cent, together 100. */
export function weights(count: number): number[] {
  const each = Math.floor(10_000 / count);
  return Array.from({ length: count }, (_, place) => (place === count - 1 ? 10_000 - each * (count - 1) : each) / 100);
}

export type Piece = { from: number; width: number; period: number | null };

/** The year as a bar: its periods and the gaps between them, in per cent of the year. */
export function pieces(year: Span, periods: readonly Span[]): Piece[] {
  if (!whole(year)) return [];
  const days = length(year);
  const found: Piece[] = [];
  let reached = at(year.starts_on);
  const add = (from: number, to: number, period: number | null) => {
    if (to > from) found.push({ from: share(from), width: (100 * (to - from)) / days, period });
  };
  const share = (day: number) => (100 * (day - at(year.starts_on))) / days;
  const end = at(year.ends_on) + 1;
  const order = periods
    .map((span, place) => ({ span, place }))
    .filter(({ span }) => whole(span) && overlap(span, year))
    .sort((one, other) => (one.span.starts_on < other.span.starts_on ? -1 : 1));
  for (const { span, place } of order) {
    const from = Math.max(reached, at(span.starts_on));
    const to = Math.min(end, at(span.ends_on) + 1);
    add(reached, from, null);
    add(from, to, place);
    reached = Math.max(reached, to);
  }
  add(reached, end, null);
  return found;
}

/** The calendar year after the last one: January to November, as most schools in Colombia work. */
export function nextYear(known: readonly (Span & { name: string })[], today: string): Span & { name: string } {
  const last = [...known].sort((one, other) => (one.starts_on < other.starts_on ? 1 : -1))[0];
  if (!last) {
    const year = Number(today.slice(0, 4)) + (today.slice(5) > "06-30" ? 1 : 0);
    return { name: String(year), starts_on: monday(`${year}-01-18`), ends_on: friday(`${year}-11-27`) };
  }
  const later = (day: string) => `${Number(day.slice(0, 4)) + 1}${day.slice(4).replace("-02-29", "-02-28")}`;
  return {
    name: last.name.replace(/\d{4}/g, (year) => String(Number(year) + 1)),
    starts_on: monday(later(last.starts_on)),
    ends_on: friday(later(last.ends_on)),
  };
}

/** The same day or the next Monday. */
const monday = (day: string) => dayAt(at(day) + ((8 - weekday(day)) % 7));
/** The same day or the Friday before. */
const friday = (day: string) => dayAt(at(day) - ((weekday(day) + 2) % 7));
/** 0 is Sunday. */
const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();
