import { expect, test } from "vitest";
import { capitalised, size } from "./formats";

/** The space before a unit does not break. */
const plain = (text: string) => text.replace(/\s/g, " ");

test("sizes are told as Colombia writes numbers", () => {
  expect([0, 51_200, 5_000_000, 6_200_000, 1.25e9].map((bytes) => plain(size(bytes)))).toEqual([
    "1 kB",
    "51 kB",
    "5 MB",
    "6,2 MB",
    "1,3 GB",
  ]);
});

test("a word begins with a capital, and only with one", () => {
  expect(capitalised("tía abuela")).toBe("Tía abuela");
  expect(capitalised("")).toBe("");
});
