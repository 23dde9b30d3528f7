// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { keepIn } from "./keep";

function forbidden(): Storage {
  throw new DOMException("denied", "SecurityError");
}

test("a storage that the browser forbids is kept in memory", () => {
  const keep = keepIn(forbidden);
  keep.set("a", "1");
  expect(keep.get("a")).toBe("1");
  expect(keep.lasts()).toBe(false);
  keep.remove("a");
  expect(keep.get("a")).toBeNull();
});

test("a full storage keeps the newest value all the same", () => {
  const full = new Map([["a", "old"]]);
  const keep = keepIn(
    () =>
      ({
        getItem: (name: string) => full.get(name) ?? null,
        setItem: () => {
          throw new DOMException("full", "QuotaExceededError");
        },
        removeItem: (name: string) => full.delete(name),
      }) as unknown as Storage,
  );
  keep.set("a", "new");
  expect(keep.get("a")).toBe("new");
});

test("clearing leaves the names that are given", () => {
  const keep = keepIn(() => sessionStorage);
  keep.set("draft", "x");
  keep.set("session", "y");
  keep.clear("session");
  expect(keep.get("draft")).toBeNull();
  expect(keep.get("session")).toBe("y");
});
