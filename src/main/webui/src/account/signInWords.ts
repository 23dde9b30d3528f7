import type { AuthError } from "@supabase/supabase-js";

/** Which words tell why Supabase Auth refused a sign-in (supabase.com/docs/guides/auth/debugging/error-codes). */
export function refusal(error: AuthError): "wrong" | "notConfirmed" | "banned" | "tooMany" | "failed" {
  switch (error.code) {
    case "invalid_credentials":
    case "validation_failed":
      return "wrong";
    case "email_not_confirmed":
      return "notConfirmed";
    case "user_banned":
      return "banned";
    case "over_request_rate_limit":
    case "over_email_send_rate_limit":
      return "tooMany";
    default:
      return "failed";
  }
}
