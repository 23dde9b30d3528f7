// @vitest-environment happy-dom
import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { useCountdown } from "./useCountdown";

const busy = (retry_after?: number) => ({
  code: "server.unavailable",
  status: 503,
  request_id: "r",
  violations: [],
  ...(retry_after === undefined ? {} : { retry_after }),
});

describe("a busy service", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test("is asked again once when its time is over", () => {
    const retry = vi.fn();
    const error = busy(3);
    const { result } = renderHook(() => useCountdown(error, retry));
    expect(result.current).toBe(3);
    act(() => vi.advanceTimersByTime(1500));
    expect([result.current, retry.mock.calls.length]).toEqual([2, 0]);
    act(() => vi.advanceTimersByTime(10_000));
    expect([result.current, retry.mock.calls.length]).toEqual([null, 1]);
  });

  test("that names no time, or a long one, is not waited for", () => {
    const retry = vi.fn();
    for (const error of [busy(), busy(3600), new TypeError("no network"), null]) {
      const { result, unmount } = renderHook(() => useCountdown(error, retry));
      expect(result.current).toBeNull();
      unmount();
    }
    vi.advanceTimersByTime(4_000_000);
    expect(retry).not.toHaveBeenCalled();
  });

  test("that is left meanwhile is not asked", () => {
    const retry = vi.fn();
    const error = busy(3);
    renderHook(() => useCountdown(error, retry)).unmount();
    vi.advanceTimersByTime(10_000);
    expect(retry).not.toHaveBeenCalled();
  });
});
