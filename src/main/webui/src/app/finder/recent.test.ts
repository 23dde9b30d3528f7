// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { recentPlaces, remember } from "./recent";

beforeEach(() => sessionStorage.clear());

test("what was opened last stands first, once, and few stay", () => {
  for (const name of ["a", "b", "c", "d", "e", "f", "g", "b"]) remember("ana", "s1", { to: `/${name}`, label: name });
  expect(recentPlaces("ana", "s1").map(({ label }) => label)).toEqual(["b", "g", "f", "e", "d", "c"]);
});

test("another person and another school have their own", () => {
  remember("ana", "s1", { to: "/a", label: "a" });
  expect(recentPlaces("ana", "s2")).toEqual([]);
  expect(recentPlaces("eva", "s1")).toEqual([]);
});

test("what somebody mangled is nothing", () => {
  sessionStorage.setItem("athena.recent.ana.s1", "{");
  expect(recentPlaces("ana", "s1")).toEqual([]);
});
