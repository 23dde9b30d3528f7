// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { keptSession, needsCode, setSharedComputer, storage, takeOver } from "./keptSession";

const token = (claims: object) => `x.${btoa(JSON.stringify({ sub: "u1", ...claims }))}.x`;
const session = (claims: object, expires_at = 10) =>
  ({ access_token: token(claims), refresh_token: "r", expires_at, user: { id: "u1" } }) as never;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

test("on a shared computer the session is kept by the tab alone", () => {
  storage.setItem("s", "1");
  expect(localStorage.getItem("s")).toBe("1");
  setSharedComputer(true);
  storage.setItem("s", "2");
  expect([localStorage.getItem("s"), sessionStorage.getItem("s")]).toEqual([null, "2"]);
});

test("what is kept and is no session counts as none", () => {
  for (const kept of ["", "{", "null", "{}", '{"access_token":"a"}']) {
    storage.setItem("s", kept);
    expect(keptSession("s")).toBeNull();
  }
});

test("a copy of a session takes over newer tokens, and those of no other session", () => {
  setSharedComputer(true);
  storage.setItem("s", JSON.stringify(session({ session_id: "1" })));
  takeOver("s", session({ session_id: "2", aal: "aal1" }, 20));
  expect(keptSession("s")?.expires_at).toBe(10);
  takeOver("s", session({ session_id: "1", aal: "aal1" }, 20));
  expect(keptSession("s")?.expires_at).toBe(20);
});

test("a session asks for a code when the account has a factor that it has not shown", () => {
  const user = { factors: [{ status: "verified" }] } as never;
  expect(needsCode({ access_token: token({ aal: "aal1" }), user })).toBe(true);
  expect(needsCode({ access_token: token({ aal: "aal2" }), user })).toBe(false);
  expect(
    needsCode({ access_token: token({ aal: "aal1" }), user: { factors: [{ status: "unverified" }] } as never }),
  ).toBe(false);
});
