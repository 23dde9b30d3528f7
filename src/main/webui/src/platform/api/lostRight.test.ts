import { QueryClient } from "@tanstack/react-query";
import { beforeEach, expect, test, vi } from "vitest";
import { onRefusal } from "./lostRight";

const startOver = vi.fn();
const list = ["get", "/api/v1/students"];
const me = ["get", "/api/v1/auth/me", {}];
let queries: QueryClient;

const refusal = (status: number, code: string) => ({ status, code, request_id: "r", violations: [] });
const query = () => queries.getQueryCache().find({ queryKey: list });

beforeEach(() => {
  startOver.mockReset();
  queries = new QueryClient();
  queries.setQueryData(list, { items: ["a child"] });
  queries.setQueryData(me, { roles: ["secretary"] });
});

test("a refused list is shown no longer, and the permissions are read again", () => {
  onRefusal(queries, refusal(403, "auth.forbidden"), startOver, query());
  expect(queries.getQueryData(list)).toBeUndefined();
  expect(queries.getQueryState(me)?.isInvalidated).toBe(true);
  expect(startOver).not.toHaveBeenCalled();
});

test("a row that is gone takes nothing else along", () => {
  onRefusal(queries, refusal(404, "resource.not_found"), startOver, query());
  expect(queries.getQueryData(list)).toBeUndefined();
  expect(queries.getQueryState(me)?.isInvalidated).toBe(false);
});

test.each(["tenant.not_a_member", "auth.user_inactive", "auth.user_unknown"])("%s begins anew, once", (code) => {
  onRefusal(queries, refusal(403, code), startOver);
  expect(startOver).toHaveBeenCalledTimes(1);
  queries.clear();
  onRefusal(queries, refusal(403, code), startOver);
  expect(startOver).toHaveBeenCalledTimes(1);
});

test("a service that is busy leaves on the screen what was read", () => {
  onRefusal(queries, refusal(503, "service.overloaded"), startOver, query());
  onRefusal(queries, new TypeError("Failed to fetch"), startOver, query());
  expect(queries.getQueryData(list)).toBeDefined();
});
