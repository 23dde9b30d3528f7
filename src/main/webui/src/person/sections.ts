import type { Schemas } from "@/platform/api/api";

export type Section = Schemas["GuardianSection"];

export type YearOfSections = { year: string; sections: Section[] };

/** As many sections as one request names. */
export const MOST = 100;

/** Sections by their year in the order of the service. */
export function byYear(sections: readonly Section[]): YearOfSections[] {
  const years: YearOfSections[] = [];
  for (const section of sections) {
    const known = years.find(({ year }) => year === section.year);
    if (known) known.sections.push(section);
    else years.push({ year: section.year, sections: [section] });
  }
  return years;
}

/** The chosen sections after all of a year were chosen or let go. */
export function withYear(chosen: readonly string[], sections: readonly Section[], wanted: boolean): string[] {
  const ids = sections.map(({ id }) => id);
  const others = chosen.filter((id) => !ids.includes(id));
  return wanted ? [...others, ...ids] : others;
}
