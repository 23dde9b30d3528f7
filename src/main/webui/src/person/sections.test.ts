import { expect, test } from "vitest";
import { byYear, type Section, withYear } from "./sections";

const section = (id: string, year: string): Section => ({ id, year, grade: "Sexto", name: "A", invitable: 1 });
const all = [section("a", "2027"), section("b", "2026"), section("c", "2026")];

test("sections stand by their year", () => {
  expect(byYear(all).map(({ year, sections }) => [year, sections.length])).toEqual([
    ["2027", 1],
    ["2026", 2],
  ]);
});

test("a whole year is chosen and let go", () => {
  expect(withYear(["a", "b"], all.slice(1), true)).toEqual(["a", "b", "c"]);
  expect(withYear(["a", "b"], all.slice(1), false)).toEqual(["a"]);
});
