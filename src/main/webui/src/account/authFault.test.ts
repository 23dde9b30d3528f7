import {
  AuthApiError,
  AuthRetryableFetchError,
  AuthSessionMissingError,
  AuthWeakPasswordError,
} from "@supabase/supabase-js";
import { expect, test } from "vitest";
import { faultOf, linkFault } from "./authFault";

test("each refusal has its words", () => {
  expect(faultOf(new AuthApiError("x", 400, "invalid_credentials"))).toBe("wrong");
  expect(faultOf(new AuthApiError("x", 422, "same_password"))).toBe("same");
  expect(faultOf(new AuthApiError("x", 500, "unexpected_failure"))).toBe("failed");
  expect(faultOf(new AuthSessionMissingError())).toBe("sessionOver");
});

test("no answer is told as the missing network", () => {
  expect(faultOf(new AuthRetryableFetchError("x", 0))).toBe("network");
  expect(faultOf(new AuthRetryableFetchError("x", 503))).toBe("away");
});

test("a weak password says what it lacks", () => {
  expect(faultOf(new AuthWeakPasswordError("x", 422, ["length"]))).toBe("short");
  expect(faultOf(new AuthWeakPasswordError("x", 422, ["characters"]))).toBe("weak");
  expect(faultOf(new AuthWeakPasswordError("x", 422, ["length", "pwned"]))).toBe("known");
});

test("a link that failed never says more than the person can use", () => {
  expect(linkFault("otp_expired")).toBe("linkExpired");
  expect(linkFault("invalid_credentials")).toBe("linkFailed");
  expect(linkFault("__proto__")).toBe("linkFailed");
});
