// @vitest-environment happy-dom
import { renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { useKeys, useScreenKeys } from "./keys";

const shown = () => renderHook(useScreenKeys).result.current.map(({ key }) => key);

test("every part of a screen names its keys, and a part that goes takes only its own", () => {
  const form = renderHook(() => useKeys([{ key: "Ctrl S", does: "save" }]));
  const search = renderHook(() => useKeys([]));
  const list = renderHook(() => useKeys([{ key: "Enter", does: "open" }]));
  expect(shown()).toEqual(["Ctrl S", "Enter"]);
  search.unmount();
  list.unmount();
  expect(shown()).toEqual(["Ctrl S"]);
  form.unmount();
  expect(shown()).toEqual([]);
});
