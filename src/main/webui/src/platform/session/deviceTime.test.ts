import { expect, test } from "vitest";
import { withoutMoment } from "./deviceTime";

test("a session's moment of expiry by the server's clock is left out", () => {
  expect(JSON.parse(withoutMoment('{"access_token":"a","expires_in":60,"expires_at":1}'))).toEqual({
    access_token: "a",
    expires_in: 60,
  });
});

test("other answers stay as they are", () => {
  for (const text of ['{"id":"c","expires_at":1}', "[]", "null", "not json"]) expect(withoutMoment(text)).toBe(text);
});
