// @vitest-environment happy-dom
import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { answered, useBack } from "./contact";

const online = () => act(() => void dispatchEvent(new Event("online")));
const gone = (error: unknown, what: "network" | "away" | null) =>
  renderHook(({ why }) => useBack(why, what), { initialProps: { why: error } });

test("the network is back when the browser says so, and when Athena answers", () => {
  for (const back of [online, () => act(() => void answered())]) {
    const { result, rerender } = gone(new Error(), "network");
    expect(result.current).toBe(false);
    back();
    expect(result.current).toBe(true);
    rerender({ why: new Error() });
    expect(result.current).toBe(false);
  }
});

test("a service that is away is back with its answer alone", () => {
  const { result } = gone(new Error(), "away");
  online();
  expect(result.current).toBe(false);
  act(() => void answered());
  expect(result.current).toBe(true);
});

test("what was refused stays refused", () => {
  const { result } = gone(new Error(), null);
  online();
  expect(result.current).toBe(false);
});
