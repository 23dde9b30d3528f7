import { type AuthError, isAuthRetryableFetchError, isAuthWeakPasswordError } from "@supabase/supabase-js";

/** Which words tell why Supabase Auth refused (supabase.com/docs/guides/auth/debugging/error-codes). */
export type Fault =
  | "wrong"
  | "badEmail"
  | "notConfirmed"
  | "banned"
  | "tooMany"
  | "network"
  | "away"
  | "weak"
  | "short"
  | "long"
  | "known"
  | "same"
  | "wrongNonce"
  | "secondFactor"
  | "sessionOver"
  | "wrongCode"
  | "tooManyFactors"
  | "linkExpired"
  | "linkFailed"
  | "failed";

const faults: Record<string, Fault> = {
  invalid_credentials: "wrong",
  validation_failed: "wrong",
  email_not_confirmed: "notConfirmed",
  user_banned: "banned",
  over_request_rate_limit: "tooMany",
  over_email_send_rate_limit: "tooMany",
  same_password: "same",
  reauthentication_not_valid: "wrongNonce",
  insufficient_aal: "secondFactor",
  session_not_found: "sessionOver",
  session_expired: "sessionOver",
  refresh_token_not_found: "sessionOver",
  refresh_token_already_used: "sessionOver",
  mfa_verification_failed: "wrongCode",
  mfa_verification_rejected: "wrongCode",
  mfa_challenge_expired: "wrongCode",
  too_many_enrolled_mfa_factors: "tooManyFactors",
  otp_expired: "linkExpired",
  flow_state_expired: "linkExpired",
  flow_state_not_found: "linkExpired",
  access_denied: "linkFailed",
};

/** The words for an error of supabase-js. */
export function faultOf(error: AuthError): Fault {
  // Without an answer it has no status; otherwise a proxy has answered (502, 503, 504).
  if (isAuthRetryableFetchError(error)) return error.status ? "away" : "network";
  if (error.name === "AuthSessionMissingError") return "sessionOver";
  if (error.code === "weak_password") return weakness(isAuthWeakPasswordError(error) ? error.reasons : []);
  return faults[error.code ?? ""] ?? "failed";
}

function weakness(reasons: readonly string[]): Fault {
  if (reasons.includes("pwned")) return "known";
  return reasons.includes("length") ? "short" : "weak";
}

/** The words for the code that a link of a mail came back with. */
export const linkFault = (code: string): Fault => {
  const fault = faults[code];
  return fault === "linkExpired" || fault === "banned" || fault === "tooMany" ? fault : "linkFailed";
};
