/** What the page reads of an access token. The service alone decides whether it is true. */
export type Claims = {
  sub: string;
  email?: string;
  session_id?: string;
  aal?: string;
  /** How the person signed in, such as `password` or `otp` (a link of a mail). */
  amr?: { method: string }[];
};

/** The claims of a token, or nothing when it is none. */
export function claims(token: string): Claims | null {
  try {
    const middle = (token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(middle), (letter) => letter.charCodeAt(0));
    const read = JSON.parse(new TextDecoder().decode(bytes));
    return typeof read?.sub === "string" ? read : null;
  } catch {
    return null;
  }
}

/** Whether the person of that token proved to know the account's password. */
export const byPassword = (token: string) => claims(token)?.amr?.some(({ method }) => method === "password") ?? false;
