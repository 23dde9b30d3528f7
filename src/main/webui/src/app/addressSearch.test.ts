import * as v from "valibot";
import { expect, test } from "vitest";
import { personSearch } from "@/person/personSearch";
import { studentSearch } from "@/student/studentSearch";
import { readSearch, writeSearch } from "./addressSearch";

test("an address has no quotation marks", () => {
  expect(writeSearch({ q: "1032456789", show: "true", sort: "last_name", page: 2, none: undefined })).toBe(
    "?q=1032456789&show=true&sort=last_name&page=2",
  );
  expect(writeSearch({})).toBe("");
});

test("a search for digits stays one, and a page is a number", () => {
  const search = v.parse(studentSearch, readSearch("?q=1032456789&show=false&page=3"));
  expect(search).toMatchObject({ q: "1032456789", show: "false", page: 3 });
  expect(v.parse(studentSearch, readSearch(writeSearch(search)))).toEqual(search);
});

test.each(["0", "-1", "1.5", "x", ""])("the page %s is the first one", (page) => {
  expect(v.parse(personSearch, readSearch(`?page=${page}`)).page).toBe(1);
});

test("what the router knows already is read alike", () => {
  expect(v.parse(studentSearch, { page: 3 }).page).toBe(3);
});
