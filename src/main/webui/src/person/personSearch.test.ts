import * as v from "valibot";
import { expect, test } from "vitest";
import { firstPeople, narrowed, personQuery, personSearch } from "./personSearch";

test("a list starts with those who work in the school", () => {
  expect(personQuery(firstPeople)).toEqual({
    page: 1,
    page_size: 20,
    sort: "full_name",
    role: ["rector", "coordinator", "secretary", "counselor", "teacher"],
  });
});

test("the filters of the address go to the service", () => {
  const search = { ...firstPeople, q: " ana ", role: "acudiente", status: "invited", mail: "failed" } as const;
  expect(personQuery(search)).toMatchObject({
    q: "ana",
    role: ["acudiente"],
    membership_status: "invited",
    mail: "failed",
  });
  expect(narrowed(search)).toBe(true);
  expect(personQuery({ ...firstPeople, role: "all" })).not.toHaveProperty("role");
});

test("a mangled address opens the first list", () => {
  expect(v.parse(personSearch, { role: "king", status: 3, mail: "x", page: -1 })).toEqual(firstPeople);
  expect(narrowed(firstPeople)).toBe(false);
});
